import { describe, expect, it } from '@jest/globals';
import type { FactValue } from '../catalogue/field.js';
import { usualHours } from '../timing/business-hours.js';
import type { Step } from '../kinds/step.js';
import type { WaitFacts } from '../kinds/waiting.js';
import { resolveWait } from './resolve-wait.js';

const NOW = '2027-06-01T10:00:00.000Z';
const facts = (booking: Record<string, FactValue>) => ({ booking });
const about = (more: Partial<WaitFacts> = {}): WaitFacts => ({
  facts: facts({ startsAt: '2027-06-12T13:00:00.000Z' }),
  now: NOW,
  calendar: { zone: 'Europe/Berlin', hours: usualHours },
  clientZone: null,
  since: NOW,
  due: null,
  override: null,
  answer: null,
  ...more,
});
const until = (ifPast: 'go-on' | 'skip-next' | 'end' = 'end'): Step => ({
  id: 'w',
  kind: 'wait',
  until: {
    anchor: 'booking.startsAt',
    offset: { amount: 3, unit: 'days', direction: 'before' },
    at: '09:00',
    ifPast,
  },
});
const DUE = '2027-06-09T07:00:00.000Z';
const sleeps = (due: string) => ({ resolved: { type: 'wait', due, again: true } });

describe('a wait for a date', () => {
  it('is due as the record is now, and is asked again', () => {
    expect(resolveWait(until(), about())).toEqual(sleeps(DUE));
    const moved = facts({ startsAt: '2027-07-12T13:00:00.000Z' });
    expect(resolveWait(until(), about({ facts: moved, due: DUE }))).toEqual(
      sleeps('2027-07-09T07:00:00.000Z'),
    );
  });

  it('is over when the moment that was waited for has come', () => {
    expect(resolveWait(until(), about({ now: DUE, due: DUE }))).toMatchObject({
      resolved: { type: 'done' },
    });
  });

  it.each(['go-on', 'skip-next', 'end'] as const)('says %s when the moment is past already', (then) => {
    const { resolved, reason } = resolveWait(until(then), about({ now: '2027-06-10T00:00:00.000Z' }));
    expect(resolved).toEqual({ type: 'past', then });
    expect(reason).toEqual({ code: 'wait.past', params: { moment: DUE, field: 'booking.startsAt', then } });
  });

  it('does as it says, not go on, when the date moved so that the moment is past', () => {
    const moved = facts({ startsAt: '2027-06-03T13:00:00.000Z' });
    expect(resolveWait(until(), about({ facts: moved, due: DUE }))).toMatchObject({
      resolved: { type: 'past', then: 'end' },
    });
  });

  it('says which date is missing', () => {
    expect(resolveWait(until(), about({ facts: facts({ startsAt: null }) }))).toEqual({
      resolved: { type: 'failed', reason: { code: 'wait.noDate' } },
      reason: { code: 'wait.noDate', params: { field: 'booking.startsAt' } },
    });
  });

  it('fails in words, not by an exception, for a date beyond all calendars', () => {
    expect(
      resolveWait(until(), about({ facts: facts({ startsAt: '+275760-09-13T00:00:00.000Z' }) })),
    ).toMatchObject({ resolved: { type: 'failed', reason: { code: 'time.badMoment' } } });
  });

  it('keeps to the instant that a person set, wherever the date moves', () => {
    const override = '2027-06-20T08:00:00.000Z';
    expect(resolveWait(until(), about({ override }))).toEqual(sleeps(override));
    expect(resolveWait(until(), about({ override, now: override }))).toMatchObject({
      resolved: { type: 'done' },
    });
  });
});

describe('a wait for some time', () => {
  it('counts from when the run came to it, in the days of the brand of now', () => {
    const wait: Step = { id: 'w', kind: 'wait', for: { amount: 5, unit: 'months' } };
    const since = '2027-06-01T10:00:00.000Z';
    const late = about({ since, now: '2027-06-20T00:00:00.000Z' });
    expect(resolveWait(wait, late)).toEqual({ resolved: { type: 'wait', due: '2027-11-01T11:00:00.000Z' } });
    const elsewhere = { ...late, calendar: { ...late.calendar, zone: 'Asia/Tokyo' } };
    expect(resolveWait(wait, elsewhere)).toEqual({
      resolved: { type: 'wait', due: '2027-11-01T10:00:00.000Z' },
    });
  });
});

const anyMail = {
  id: 'm',
  kind: 'sendMail',
  template: null,
  to: { role: 'client' },
  from: { type: 'brand' },
  category: 'transactional',
} as const;

describe('a window', () => {
  const mail: Step = { ...anyMail, window: { hours: 'business', zone: 'client' } };

  it('holds a mail until it opens on the client’s clock', () => {
    const night = about({ now: '2027-06-01T10:00:00.000Z', clientZone: 'America/New_York' });
    expect(resolveWait(mail, night)).toEqual(sleeps('2027-06-01T13:00:00.000Z'));
    expect(resolveWait(mail, about())).toMatchObject({ resolved: { type: 'done' } });
  });
});

describe('a mail that somebody looks at first', () => {
  const withApproval: Step = { ...anyMail, approval: {}, window: { hours: 'business', zone: 'brand' } };

  it('waits for the answer without an end, also when somebody set an instant', () => {
    const waits = {
      resolved: { type: 'wait' },
      cause: 'awaiting_approval',
      reason: { code: 'mail.awaitsApproval' },
    };
    expect(resolveWait(withApproval, about())).toEqual(waits);
    expect(resolveWait(withApproval, about({ override: NOW }))).toEqual(waits);
  });

  it('once approved, leaves in its window', () => {
    expect(resolveWait(withApproval, about({ answer: 'approved' }))).toMatchObject({
      resolved: { type: 'done' },
    });
    const night = about({ answer: 'approved', now: '2027-06-01T21:00:00.000Z' });
    expect(resolveWait(withApproval, night)).toEqual(sleeps('2027-06-02T07:00:00.000Z'));
  });

  it('declined, is passed over', () => {
    expect(resolveWait(withApproval, about({ answer: 'declined' }))).toEqual({
      resolved: { type: 'skipped', reason: { code: 'mail.declined' } },
      reason: { code: 'mail.declined' },
    });
  });
});

describe('a wait for an answer', () => {
  const event: Step = {
    id: 'e',
    kind: 'waitForEvent',
    event: 'mail.replied',
    limit: { for: { amount: 3, unit: 'days' } },
    paths: [],
  };
  const approve: Step = { id: 'a', kind: 'approve', question: 'Fine?', paths: [] };

  it('goes its way when the answer is there, also when it came with the limit', () => {
    const late = about({ answer: 'happened', now: '2027-06-30T10:00:00.000Z' });
    expect(resolveWait(event, late)).toMatchObject({ resolved: { type: 'done', outcome: 'happened' } });
  });

  it('times out at its limit', () => {
    expect(resolveWait(event, about())).toEqual(sleeps('2027-06-04T10:00:00.000Z'));
    expect(resolveWait(event, about({ now: '2027-06-04T10:00:00.000Z' }))).toMatchObject({
      resolved: { type: 'done', outcome: 'timedOut' },
    });
  });

  it('waits for ever for an approval without a limit', () => {
    expect(resolveWait(approve, about())).toEqual({ resolved: { type: 'wait' } });
  });
});
