import { describe, expect, it } from '@jest/globals';
import { describeReason } from '@cueline/workflows';
import { headerVectors, incoming, now, studio } from './guard.fixture.js';
import { mayAnswer, noPast, personKey, type AnswerPast, type FullAnswerContext } from '../index.js';

const context: FullAnswerContext = { ...studio, past: noPast };
const outcomeOf = (...given: Parameters<typeof mayAnswer>) => {
  const decision = mayAnswer(...given);
  return decision.answer ? 'yes' : decision.reason.code;
};
const plain = 'From: Mara Lindqvist <mara@example.test>\nTo: hello@studio.example\nSubject: Our Saturday\n';
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe('may a machine answer', () => {
  it('is held against at least a hundred mails', () =>
    expect(headerVectors.length).toBeGreaterThanOrEqual(100));

  it.each(headerVectors)('$name: $expected', ({ expected, source }) => {
    const message = incoming(source);
    const decision = mayAnswer(message, context);
    const [wanted, whom] = expected.split(' ');
    expect(decision.answer ? 'yes' : decision.reason.code).toBe(wanted);
    if (decision.answer && whom !== undefined) expect(decision.to.address).toBe(whom);
    if (!decision.answer) {
      const [en, de] = [describeReason(decision.reason, 'en')[0], describeReason(decision.reason, 'de')[0]];
      expect(en).toMatch(/^Not answered automatically: \S.*\.$/s);
      expect(de).toMatch(/^Nicht automatisch beantwortet: \S.*\.$/s);
      expect(`${en}${de}`).not.toMatch(/undefined|\(\)| {2}/);
    }
  });

  it('answers from the address that was written to, whomever wrote', () => {
    expect(mayAnswer(incoming(plain.replace('hello@', 'Weddings+web@')), context)).toEqual({
      answer: true,
      to: expect.objectContaining({ address: 'mara@example.test', name: 'Mara Lindqvist' }),
      personKey: 'mara@example.test',
      from: 'weddings@studio.example',
    });
  });

  it('shows everything that speaks against it', () => {
    const source = `${plain}Auto-Submitted: auto-replied\nPrecedence: bulk\n`;
    expect(mayAnswer(incoming(source), context)).toMatchObject({
      reason: { code: 'answer.automatic', params: { sign: 'auto-submitted', value: 'auto-replied' } },
      seen: [
        { sign: 'auto-submitted', value: 'auto-replied' },
        { sign: 'precedence', value: 'bulk' },
        { sign: 'kind', value: 'automatic' },
      ],
    });
  });

  it('leaves a person a person whose program asks for silence', () => {
    const { classified } = incoming(`${plain}X-Auto-Response-Suppress: All\n`);
    expect(classified).toMatchObject({ kind: 'human', person: { address: 'mara@example.test' } });
  });

  it.each([
    ['just now', now, 'yes'],
    ['before the mailbox was connected', new Date('2027-05-31T12:00:00Z'), 'answer.beforeConnected'],
    ['as it was connected, by another clock', new Date('2027-06-01T07:55:00Z'), 'answer.tooOld'],
    ['yesterday', minutes(-25 * 60), 'answer.tooOld'],
    ['in the future, by another clock', minutes(5), 'yes'],
    ['at no time', new Date(Number.NaN), 'answer.beforeConnected'],
  ])('received %s', (_, receivedAt, expected) => {
    const source = `${plain}Date: ${now.toUTCString()}\n`;
    expect(outcomeOf(incoming(source, { receivedAt }), context)).toBe(expected);
  });

  it('goes by the mailbox and never by the date in the mail', () => {
    expect(outcomeOf(incoming(`${plain}Date: Mon, 1 Jan 2018 01:04:44 +0100\n`), context)).toBe('yes');
    expect(outcomeOf(incoming(plain, { isNews: false }), context)).toBe('answer.imported');
  });

  it.each([
    ['Tue, 8 Jun 2027 10:31:03 +0000', 'yes'],
    ['Mon, 7 Jun 2027 12:00:00 +0000 (UTC)', 'yes'],
    ['Wed, 2 Jun 2027 10:31:03 +0000', 'answer.copiedIn'],
    ['no date', 'yes'],
  ])('was taken by its last server on %s', (date, expected) => {
    const source = `Received: from a by mx.studio.example; ${date}\nReceived: from b by a; Sun, 1 Jan 2017 00:00:00 +0000\n${plain}`;
    expect(outcomeOf(incoming(source), context)).toBe(expected);
  });

  it.each<[string, Partial<AnswerPast>, string]>([
    ['nothing', {}, 'yes'],
    ['the same answer an hour ago', { toPerson: minutes(-60) }, 'answer.inWindow'],
    [
      'the same answer a minute less than a week ago',
      { toPerson: minutes(1 - 7 * 1_440) },
      'answer.inWindow',
    ],
    ['the same answer a week ago', { toPerson: minutes(-7 * 1_440) }, 'yes'],
    ['another answer in this thread, a year ago', { inThread: minutes(-525_600) }, 'answer.inThread'],
    ['59 answers in an hour', { lastHour: 59 }, 'yes'],
    ['60 answers in an hour', { lastHour: 60 }, 'answer.manyInAnHour'],
    ['a flood that is nearly over', { lastHour: 30, stoppedSince: minutes(-90) }, 'answer.manyInAnHour'],
    ['a flood that is over', { lastHour: 29, stoppedSince: minutes(-90) }, 'yes'],
  ])('after %s: %s', (_, past, expected) => {
    expect(outcomeOf(incoming(plain), { ...context, past: { ...noPast, ...past } })).toBe(expected);
  });

  it('tells the owner once of a flood, and goes on by itself', () => {
    const after = (past: Partial<AnswerPast>) =>
      mayAnswer(incoming(plain), { ...context, past: { ...noPast, ...past } });
    expect(after({ lastHour: 60 })).toMatchObject({ answer: false, opensBreaker: true });
    expect(after({ lastHour: 90, stoppedSince: now })).not.toHaveProperty('opensBreaker');
    expect(after({ stoppedSince: now })).toMatchObject({ answer: true, closesBreaker: true });
  });
});

it.each([
  ['Mara@Example.Test', 'mara@example.test'],
  ['mara+wedding@example.test', 'mara@example.test'],
  ['M.A.ra+x@googlemail.com', 'mara@gmail.com'],
  ['m.a.ra@example.test', 'm.a.ra@example.test'],
  ['mara@münchen.example', 'mara@xn--mnchen-3ya.example'],
])('%s is counted as %s', (address, key) => expect(personKey(address)).toBe(key));

it('tells people after a relay apart where its sender is a form of the owner, and nobody else by a tag', () => {
  const by = (sender: string, replyTo: string) => {
    const source = `From: ${sender}\nReply-To: ${replyTo}\nTo: hello@studio.example\nSubject: A new lead\n`;
    const decision = mayAnswer(incoming(source), context);
    return decision.answer ? decision.personKey : decision.reason.code;
  };
  expect(by('form@studio.example', 'reply+17@market.test')).toBe('reply+17@market.test');
  expect(by('form@studio.example', 'mara+17@example.test')).toBe('mara@example.test');
  expect(by('reply+17@market.test', 'reply+17@market.test')).toBe('reply@market.test');
});
