import { describe, expect, it } from '@jest/globals';
import type { EventType } from '../catalogue/event-types.js';
import type { Facts } from '../catalogue/field.js';
import { describeReason } from '../reasons/describe-reason.js';
import { decideStart, reentryKeyOf, type Candidate } from './index.js';

const RECORDED = '2026-11-30T12:00:00.000Z';

interface Given {
  readonly facts?: Facts;
  readonly occurredAt?: string;
  readonly byCalendar?: boolean;
  readonly recordedAt?: string;
  readonly said?: boolean;
  readonly recordSaid?: boolean;
}
const candidate = (type: string, given: Given = {}): Candidate => ({
  event: {
    id: 'e1',
    type,
    occurredAt: given.occurredAt ?? RECORDED,
    recordedAt: RECORDED,
    byCalendar: given.byCalendar ?? false,
    takenOver: given.said ?? null,
    chain: 0,
  },
  record: { id: 'r1', recordedAt: given.recordedAt ?? RECORDED, takenOver: given.recordSaid ?? null },
  brand: { id: 'b1', name: 'Sunday' },
  contact: 'c1',
  facts: given.facts ?? {},
});
const decide = (type: string, given?: Given) => decideStart({}, candidate(type, given), RECORDED);
const ended = (endsAt: string): Given => ({ facts: { booking: { endsAt } } });
const due = (dueOn: string | null): Given => ({ facts: { invoice: { dueOn } } });

describe('what lay in the past when it was recorded here', () => {
  it.each<[EventType, string, Given]>([
    ['booking.created', 'a session of years ago', ended('2019-06-15T18:00:00.000Z')],
    ['booking.created', 'a session of last week', ended('2026-11-23T18:00:00.000Z')],
    ['booking.created', 'a session of two days ago', ended('2026-11-28T18:00:00.000Z')],
    ['booking.confirmed', 'the same, confirmed', ended('2019-06-15T18:00:00.000Z')],
    ['booking.completed', 'the same, completed', ended('2019-06-15T18:00:00.000Z')],
    ['booking.cancelled', 'the same, cancelled', ended('2019-06-15T18:00:00.000Z')],
    ['booking.rescheduled', 'the same, moved within the past', ended('2019-06-16T18:00:00.000Z')],
    ['staff.assigned', 'the same, with who worked there', ended('2019-06-15T18:00:00.000Z')],
    ['invoice.issued', 'an invoice that was due years ago', due('2019-01-31')],
    ['invoice.issued', 'one that was due a month ago', due('2026-10-30')],
    ['invoice.due', 'the same, due', due('2019-01-31')],
    ['invoice.overdue', 'the same, overdue', { ...due('2019-01-31'), byCalendar: true }],
    [
      'inquiry.received',
      'an inquiry about a day of years ago',
      { facts: { inquiry: { eventOn: '2019-06-15' } } },
    ],
    ['inquiry.received', 'one that came years ago', { occurredAt: '2019-03-01T08:00:00.000Z' }],
    ['inquiry.received', 'one that came four days ago', { occurredAt: '2026-11-26T08:00:00.000Z' }],
    ['project.stage_changed', 'a project of years ago', { facts: { project: { dueOn: '2019-07-01' } } }],
    ['gallery.delivered', 'its gallery', { facts: { project: { dueOn: '2019-07-01' } } }],
    ['task.assigned', 'a task of years ago', { facts: { task: { dueAt: '2019-07-01T08:00:00Z' } } }],
    ['payment.received', 'a payment of years ago', { occurredAt: '2019-02-01T08:00:00.000Z' }],
    ['invoice.paid', 'what it paid', { occurredAt: '2019-02-01T08:00:00.000Z' }],
    ['form.answered', 'a form answered years ago', { occurredAt: '2019-02-01T08:00:00.000Z' }],
    ['mail.received', 'a mail of years ago', { facts: { message: { receivedAt: '2024-11-30T08:00:00Z' } } }],
    ['mail.replied', 'a reply of years ago', { facts: { message: { receivedAt: '2024-11-30T08:00:00Z' } } }],
  ])('%s: %s starts nothing, and says so', (type, _, given) => {
    const { starts, reason } = decide(type, given);
    expect({ starts, code: reason.code }).toEqual({ starts: false, code: 'match.takenOver' });
    expect(describeReason(reason, 'en')[0]).toMatch(
      / 20\d\d, (long )?before it was recorded here: taken over, so nothing starts\.$/,
    );
    // On purpose it starts.
    expect(decide(type, { ...given, said: false }).starts).toBe(true);
    expect(decide(type, { ...given, recordSaid: false }).starts).toBe(true);
  });

  it.each<[EventType, string, Given]>([
    ['booking.created', 'a session to come', ended('2027-06-15T18:00:00.000Z')],
    ['booking.created', 'a session of last night', ended('2026-11-29T22:00:00.000Z')],
    [
      'booking.completed',
      'one recorded before it took place',
      { ...ended('2026-06-15T18:00:00Z'), recordedAt: '2026-01-02T08:00:00Z' },
    ],
    ['invoice.issued', 'without a due date', due(null)],
    ['invoice.issued', 'due today', due('2026-11-30')],
    ['invoice.issued', 'due last week', due('2026-11-23')],
    [
      'invoice.overdue',
      'recorded before it was due',
      {
        ...due('2026-06-01'),
        recordedAt: '2026-05-01T08:00:00Z',
        occurredAt: '2026-06-02T07:00:00Z',
        byCalendar: true,
      },
    ],
    ['inquiry.received', 'with a date of last week', { facts: { inquiry: { eventOn: '2026-11-20' } } }],
    ['inquiry.received', 'of Friday, read on Monday', { occurredAt: '2026-11-27T16:00:00.000Z' }],
    ['payment.received', 'of three weeks ago, from a statement', { occurredAt: '2026-11-09T08:00:00.000Z' }],
    ['payment.received', 'for an old invoice, today', due('2019-01-31')],
    ['invoice.paid', 'an old invoice, today', due('2019-01-31')],
    ['mail.received', 'of this morning', { facts: { message: { receivedAt: '2026-11-30T08:00:00Z' } } }],
    ['form.answered', 'told a day late', { occurredAt: '2026-11-29T08:00:00.000Z' }],
    ['form.answered', 'dated in the future', { occurredAt: '2031-11-29T08:00:00.000Z' }],
  ])('%s: %s is news', (type, _, given) => {
    expect(decide(type, given)).toEqual({ starts: true, reason: { code: 'match.started' } });
  });

  it.each<[EventType, Given, boolean]>([
    ['booking.created', { ...ended('2027-06-15T18:00:00Z'), recordSaid: true }, false],
    ['inquiry.received', { recordSaid: true }, false],
    ['invoice.issued', { ...due('2027-01-31'), recordSaid: true }, false],
    ['task.assigned', { recordSaid: true }, false],
    ['form.answered', { said: true }, false],
    // What happens to it from then on is news.
    ['booking.confirmed', { ...ended('2027-06-15T18:00:00Z'), recordSaid: true }, true],
    ['invoice.overdue', { ...due('2027-01-31'), recordSaid: true }, true],
    ['payment.received', { ...due('2027-01-31'), recordSaid: true }, true],
  ])('%s of what somebody said is taken over, as %j: starts %s', (type, given, starts) => {
    const decision = decide(type, given);
    expect(decision.starts).toBe(starts);
    if (!starts)
      expect(describeReason(decision.reason, 'en')).toEqual([
        'It was recorded as taken over from elsewhere, so nothing starts.',
      ]);
  });

  it('does not stop a workflow that is asked for by its name', () => {
    expect(decide('workflow.requested', ended('2019-06-15T18:00:00.000Z')).starts).toBe(true);
  });
});

describe('re-entry', () => {
  it.each([
    ['once-per-record', 'record:r1'],
    ['once-per-contact', 'contact:c1'],
    ['every-time', 'event:e1'],
  ] as const)('%s counts by %s', (reentry, key) => {
    expect(reentryKeyOf({ reentry }, candidate('booking.created'))).toBe(key);
  });

  it('counts by the event where no contact is known', () => {
    const unknown = { ...candidate('task.assigned'), contact: null };
    expect(reentryKeyOf({ reentry: 'once-per-contact' }, unknown)).toBe('event:e1');
  });
});
