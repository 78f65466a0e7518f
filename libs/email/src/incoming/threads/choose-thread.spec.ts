import { describe, expect, it } from '@jest/globals';
import { baseSubject } from './base-subject.js';
import {
  chooseThread,
  mergeOf,
  type KnownMessage,
  type ThreadingContext,
  type ThreadingMail,
} from './choose-thread.js';

const at = new Date('2027-06-08T10:00:00Z');
const mail = (given: Partial<ThreadingMail>): ThreadingMail => ({
  messageId: '<new@x.example>',
  inReplyTo: [],
  references: [],
  subject: 'Our Saturday',
  at,
  isForward: false,
  ...given,
});
const known = (id: string, threadId: string, given: Partial<KnownMessage> = {}): KnownMessage => ({
  id,
  threadId,
  kind: 'own',
  isSend: false,
  subject: 'Our Saturday',
  at,
  ...given,
});
const none: ThreadingContext = {
  fixedThreadId: null,
  tokenThreadId: null,
  known: [],
  providerThreadId: null,
  similar: [],
  sizes: new Map(),
};
const choose = (given: Partial<ThreadingMail>, context: Partial<ThreadingContext> = {}) =>
  chooseThread(mail(given), { ...none, ...context });

const parent = known('<p@x.example>', 'old');
const send = known('<ours@studio.example>', 'ours', { isSend: true });
const sibling = known('<absent@x.example>', 'sibling', { kind: 'reference' });
const late = known('<new@x.example>', 'children', { kind: 'reference' });
const names = (...references: readonly string[]) => ({ references });

describe('the thread of a mail', () => {
  it.each<[string, Partial<ThreadingMail>, Partial<ThreadingContext>, string | null, string]>([
    ['a first mail', {}, {}, null, 'new'],
    [
      'where a person put it, before all',
      { inReplyTo: [send.id] },
      { known: [send], fixedThreadId: 'hand' },
      'hand',
      'person',
    ],
    [
      'the address that it was sent to',
      { inReplyTo: [parent.id] },
      { known: [parent], tokenThreadId: 'token' },
      'token',
      'token',
    ],
    ['an answer to a mail of ours', { inReplyTo: [send.id] }, { known: [send] }, 'ours', 'send'],
    [
      'a mail of ours further up, before another parent',
      { inReplyTo: [parent.id], ...names(send.id, parent.id) },
      { known: [parent, send] },
      'ours',
      'send',
    ],
    [
      'an id that only the Sent folder has',
      { inReplyTo: [parent.id] },
      { known: [parent] },
      'old',
      'inReplyTo',
    ],
    [
      'an id as the provider called it',
      { inReplyTo: ['<0100018f-1@email.example>'] },
      { known: [known('<0100018f-1@email.example>', 'ours', { isSend: true })] },
      'ours',
      'send',
    ],
    [
      'the subject changed, the parent is named',
      { inReplyTo: [parent.id], subject: 'Something else' },
      { known: [parent] },
      'old',
      'inReplyTo',
    ],
    [
      'references alone, the last known one',
      names('<a@x.example>', parent.id, '<b@x.example>'),
      { known: [known('<a@x.example>', 'older'), parent] },
      'old',
      'references',
    ],
    [
      'references alone, as an answer under another subject',
      { ...names(parent.id), subject: 'Re: Something else' },
      { known: [parent] },
      'old',
      'references',
    ],
    [
      'references alone, under another subject',
      { ...names(parent.id), subject: 'Another wedding' },
      { known: [parent] },
      null,
      'new',
    ],
    ['a parent that comes late', {}, { known: [late] }, 'children', 'child'],
    [
      'a parent that both name and nobody has',
      { inReplyTo: [sibling.id] },
      { known: [sibling] },
      'sibling',
      'sharedParent',
    ],
    ['what the provider says', {}, { providerThreadId: 'gmail' }, 'gmail', 'provider'],
    [
      'a parent, before what the provider says',
      { inReplyTo: [parent.id] },
      { known: [parent], providerThreadId: 'gmail' },
      'old',
      'inReplyTo',
    ],
    [
      'an answer without ids',
      { subject: 'AW: Our Saturday' },
      { similar: [{ threadId: 'similar', at }] },
      null,
      'new',
    ],
    [
      'a mail that is passed on',
      { inReplyTo: [parent.id], isForward: true },
      { known: [parent] },
      null,
      'new',
    ],
    [
      'a thread that is full',
      { inReplyTo: [parent.id] },
      { known: [parent], sizes: new Map([['old', 500]]) },
      null,
      'new',
    ],
    ['ids of nobody', { inReplyTo: ['<stranger@x.example>'] }, { known: [] }, null, 'new'],
  ])('%s', (_, given, context, threadId, rule) =>
    expect(choose(given, context)).toMatchObject({ threadId, rule }),
  );

  it.each<[string, Partial<ThreadingMail>, Partial<ThreadingContext>, string | null]>([
    [
      'an old mail taken up for its address',
      { ...names(parent.id), subject: 'Another wedding' },
      { known: [parent] },
      'old',
    ],
    [
      'an answer without ids, and the newest of the same subject',
      { subject: 'Re: Our Saturday' },
      {
        similar: [
          { threadId: 'older', at: new Date(0) },
          { threadId: 'newer', at },
        ],
      },
      'newer',
    ],
    ['the same subject that answers nothing', {}, { similar: [{ threadId: 'older', at }] }, null],
    ['what was passed on', { inReplyTo: [parent.id], isForward: true }, { known: [parent] }, 'old'],
    [
      'the thread that was full',
      { inReplyTo: [parent.id] },
      { known: [parent], sizes: new Map([['old', 500]]) },
      'old',
    ],
  ])('is new and names the other: %s', (_, given, context, related) =>
    expect(choose(given, context)).toMatchObject({ threadId: null, related }),
  );

  it('joins the threads of what it answers and of what answers it', () => {
    expect(choose({ inReplyTo: [parent.id] }, { known: [parent, late] })).toMatchObject({
      threadId: 'old',
      joins: ['children'],
    });
    expect(
      choose({ inReplyTo: [parent.id] }, { known: [parent, { ...late, threadId: 'old' }] }).joins,
    ).toEqual([]);
  });

  it('of the younger goes into the older, unless persons arranged both or the whole were too long', () => {
    const one = { id: 'a', startedAt: new Date(1), isByHand: false, size: 3 };
    const other = { id: 'b', startedAt: new Date(2), isByHand: true, size: 3 };
    expect(mergeOf(one, other)).toEqual({ from: 'b', into: 'a' });
    expect(mergeOf(other, one)).toEqual({ from: 'b', into: 'a' });
    expect(mergeOf({ ...one, isByHand: true }, other)).toBeNull();
    expect(mergeOf({ ...one, size: 498 }, other)).toBeNull();
  });
});

describe('the subject that is compared', () => {
  it.each([
    ['Our Saturday', 'our saturday', false],
    ['Re: Our  Saturday', 'our saturday', true],
    ['AW: Re: RE[2]: Our Saturday', 'our saturday', true],
    ['Antw: Onze zaterdag', 'onze zaterdag', true],
    ['RIF: Il sabato', 'il sabato', true],
    ['Fwd: Our Saturday', 'our saturday', false],
    ['WG: AW: Unser Samstag', 'unser samstag', true],
    ['[news] Re: Our Saturday', 'our saturday', true],
    ['Re', 're', false],
    ['', '', false],
    ['Re:'.repeat(500), 're:'.repeat(313) + 're', true],
  ])('of %j is %j, an answer: %s', (subject, base, isAnswer) => {
    const read = baseSubject(subject);
    expect(read.isAnswer).toBe(isAnswer);
    if (subject.length < 100) expect(read.base).toBe(base);
  });
});
