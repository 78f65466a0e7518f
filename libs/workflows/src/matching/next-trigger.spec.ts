import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../catalogue/field.js';
import type { AnchorPath } from '../catalogue/trigger-anchors.js';
import type { DateTrigger } from '../trigger/trigger.js';
import { describeReason } from '../reasons/describe-reason.js';
import { usualHours } from '../timing/business-hours.js';
import { nextTrigger, startOf } from './index.js';

const calendar = { zone: 'Europe/Berlin', hours: usualHours };
const moment: DateTrigger['moment'] = {
  anchor: 'booking.startsAt',
  offset: { amount: 3, unit: 'days', direction: 'before' },
  at: '09:00',
};
const session = (startsAt: string | null, status = 'confirmed'): Facts => ({ booking: { startsAt, status } });
const NOW = '2027-06-01T12:00:00.000Z';
const next = (facts: Facts, knownAt = NOW) => nextTrigger(moment, facts, knownAt, calendar);

describe('when a date starts a workflow', () => {
  it('is before the session', () => {
    const facts = session('2027-06-12T13:00:00.000Z');
    expect(next(facts)).toEqual({ type: 'starts', due: '2027-06-09T07:00:00.000Z' });
  });

  it('is now when its moment was less than a minute ago', () => {
    const facts = session('2027-06-12T13:00:00.000Z');
    expect(next(facts, '2027-06-09T07:00:59.999Z').type).toBe('starts');
    expect(next(facts, '2027-06-09T07:01:00.000Z').type).toBe('past');
  });

  it('is never when it was past as the record came, with the facts of that', () => {
    const said = next(session('2027-06-03T13:00:00.000Z'));
    expect(said).toMatchObject({ type: 'past', due: '2027-05-31T07:00:00.000Z' });
    expect(said.type === 'past' && describeReason(said.reason, 'en')).toEqual([
      'The moment was past already: 31 May 2027 at 07:00 UTC, counted from the session on 3 June 2027 at 13:00 UTC, which was known on 1 June 2027 at 12:00 UTC.',
    ]);
  });

  it.each<[AnchorPath, Facts, string]>([
    ['booking.endsAt', { booking: { endsAt: '2027-06-02T12:00:00Z' } }, 'past'],
    ['invoice.dueOn', { invoice: { dueOn: '2027-06-03', status: 'issued' } }, 'past'],
    ['invoice.dueOn', { invoice: { dueOn: '2027-06-05', status: 'issued' } }, 'starts'],
    ['invoice.dueOn', { invoice: { dueOn: '2027-06-03', status: 'draft' } }, 'none'],
    ['invoice.dueOn', { invoice: { dueOn: '2027-06-03', status: 'void' } }, 'none'],
    ['invoice.dueOn', { invoice: { dueOn: '2027-06-03', status: 'paid' } }, 'past'],
    ['invoice.issuedOn', { invoice: { issuedOn: '2027-06-01', status: 'issued' } }, 'past'],
    ['project.dueOn', { project: { dueOn: '2027-06-02' } }, 'past'],
    ['inquiry.eventOn', { inquiry: { eventOn: '2027-06-02' } }, 'past'],
    ['task.dueAt', { task: { dueAt: '2027-06-02T12:00:00Z', status: 'open' } }, 'past'],
    ['task.dueAt', { task: { dueAt: '2027-06-02T12:00:00Z', status: 'done' } }, 'none'],
    ['booking.startsAt', session('2027-06-02T12:00:00Z', 'tentative'), 'past'],
    ['booking.startsAt', session('2027-06-02T12:00:00Z', 'cancelled'), 'none'],
    ['booking.startsAt', session(null), 'none'],
    ['booking.startsAt', session(''), 'none'],
    ['booking.startsAt', {}, 'none'],
    ['booking.startsAt', session('9999-12-31'), 'none'],
    ['booking.startsAt', session('next spring'), 'none'],
  ])('counts from %s of %j: %s', (anchor, facts, expected) => {
    expect(nextTrigger({ ...moment, anchor }, facts, NOW, calendar).type).toBe(expected);
  });

  it('takes a wrong zone for a defect, but a rehearsal has no moment then', () => {
    const nowhere = { ...calendar, zone: 'Nowhere' };
    const facts = session('2027-06-12T13:00:00Z');
    expect(() => nextTrigger(moment, facts, NOW, nowhere)).toThrow('There is no time zone "Nowhere".');
    const trigger: DateTrigger = { type: 'date', moment, reentry: 'every-time' };
    expect(startOf({ trigger }, facts, nowhere)).toBeNull();
    expect(startOf({ trigger }, facts, calendar)).toBe('2027-06-09T07:00:00.000Z');
  });
});
