import { describe, expect, it } from '@jest/globals';
import { incoming, now, studio } from '../guard/guard.fixture.js';
import { answerHeaders, answerKey, mayAnswer, noPast, type AnsweredMail, type AnswerKind } from '../index.js';

const received: AnsweredMail = {
  subject: 'Our Saturday',
  messageId: '<c@example.test>',
  inReplyTo: ['<b@studio.example>'],
  references: ['<a@example.test>', '<b@studio.example>'],
};
const whom = { from: 'hello@studio.example', to: { address: 'mara@example.test' } };
const of = (given: Partial<AnsweredMail> = {}, kind?: AnswerKind) =>
  answerHeaders({ ...received, ...given }, whom, kind);

describe('what makes a mail an answer of a machine', () => {
  it('is all there', () => {
    expect(of()).toEqual({
      envelopeFrom: '',
      from: 'hello@studio.example',
      to: 'mara@example.test',
      subject: 'Re: Our Saturday',
      inReplyTo: '<c@example.test>',
      references: ['<a@example.test>', '<b@studio.example>', '<c@example.test>'],
      headers: {
        'Auto-Submitted': 'auto-replied',
        Precedence: 'bulk',
        'X-Auto-Response-Suppress': 'All',
      },
    });
  });

  it.each<[string, AnswerKind, string]>([
    ['Our Saturday', 'reply', 'Re: Our Saturday'],
    ['Re: Our Saturday', 'reply', 'Re: Our Saturday'],
    ['AW: Re: SV: Unser Samstag', 'reply', 'Re: Unser Samstag'],
    ['WG: Unser Samstag', 'reply', 'Re: Unser Samstag'],
    ['Auto: Our Saturday', 'reply', 'Re: Our Saturday'],
    ['Re: Auto: Our Saturday', 'notice', 'Auto: Our Saturday'],
    ['Our Saturday', 'notice', 'Auto: Our Saturday'],
    ['', 'reply', 'Re:'],
    ['Saturday\r\nBcc: x@example.test', 'reply', 'Re: Saturday Bcc: x@example.test'],
    ['x'.repeat(2_000), 'reply', `Re: ${'x'.repeat(200)}`],
  ])('%j has the subject of a %s', (subject, kind, expected) => {
    expect(of({ subject }, kind).subject).toBe(expected);
  });

  it('names its parent where only that is known, and nothing where nothing is', () => {
    expect(of({ references: [] }).references).toEqual(['<b@studio.example>', '<c@example.test>']);
    expect(of({ references: [], inReplyTo: [] }).references).toEqual(['<c@example.test>']);
    expect(of({ references: [], inReplyTo: [], messageId: null })).toMatchObject({
      inReplyTo: null,
      references: [],
    });
  });

  it('keeps the first and the last of a long thread', () => {
    const references = Array.from({ length: 100 }, (_, n) => `<${n}@example.test>`);
    const kept = of({ references }).references;
    expect(kept).toHaveLength(20);
    expect([kept[0], kept.at(-2), kept.at(-1)]).toEqual([
      '<0@example.test>',
      '<99@example.test>',
      '<c@example.test>',
    ]);
  });

  it('is such that our own guard does not answer it', () => {
    const { headers, subject } = of();
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    for (const dropped of lines) {
      const rest = lines.filter((line) => line !== dropped);
      const source = ['From: a@other.test', 'To: hello@studio.example', `Subject: ${subject}`, ...rest, ''];
      expect(mayAnswer(incoming(source.join('\n')), { ...studio, now, past: noPast }).answer).toBe(false);
    }
  });

  it('is counted by where it comes from', () => {
    expect(answerKey({ kind: 'step', workflowId: 'w', stepId: 's' })).toBe('step:w:s');
    expect(answerKey({ kind: 'question', ruleId: 'price' })).toBe('question:price');
  });
});
