import { describe, expect, it } from '@jest/globals';
import {
  ifPastSchema,
  nextTrigger,
  parseBusinessHours,
  pastRules,
  startOfBusiness,
  TimeError,
  usualHours,
  whenDue,
} from './index.js';

const now = '2027-06-01T12:00:00.000Z';

describe('whenDue', () => {
  it.each(pastRules)('waits for what is to come, whatever the rule for the past: %s', (ifPast) => {
    const due = '2027-06-01T12:00:00.001Z';
    expect(whenDue(due, now, ifPast)).toEqual({ type: 'wait', due });
  });

  it('counts less than a minute ago as now', () => {
    for (const moment of [now, '2027-06-01T11:59:59.999Z', '2027-06-01T11:59:00.001Z'])
      expect(whenDue(moment, now, 'end')).toEqual({ type: 'wait', due: now });
  });

  it.each(pastRules)('follows the rule "%s" from a minute ago on', (ifPast) => {
    for (const moment of ['2027-06-01T11:59:00.000Z', '2022-01-01T00:00:00Z'])
      expect(whenDue(moment, now, ifPast)).toEqual({ type: 'past', then: ifPast });
  });

  it('refuses what is no moment', () => {
    expect(() => whenDue('soon', now, 'end')).toThrow(TimeError);
    expect(ifPastSchema.safeParse('maybe').success).toBe(false);
  });
});

describe('nextTrigger', () => {
  const relative = { offset: { amount: 3, unit: 'days', direction: 'before' }, at: '09:00' } as const;
  const calendar = { zone: 'Europe/Berlin', hours: usualHours };
  const ask = (anchor: string | null, at = now) => nextTrigger(anchor, relative, at, calendar);

  it('starts before the session', () => {
    expect(ask('2027-06-12T13:00:00.000Z')).toEqual({ starts: true, due: '2027-06-09T07:00:00.000Z' });
  });

  it('starts at once when its moment was less than a minute ago', () => {
    const answer = { starts: true, due: '2027-06-09T07:00:00.000Z' };
    expect(ask('2027-06-12T13:00:00.000Z', '2027-06-09T07:00:59.999Z')).toEqual(answer);
  });

  it('does not start for a moment that is past, and says when that was', () => {
    const reason = { code: 'match.past', params: { due: '2027-06-09T07:00:00.000Z' } };
    expect(ask('2027-06-12T13:00:00.000Z', '2027-06-09T07:01:00.000Z')).toEqual({ starts: false, reason });
  });

  it.each([null, ''])('does not start for a record without a date: %p', (anchor) => {
    expect(ask(anchor)).toEqual({ starts: false, reason: { code: 'match.noDate', params: {} } });
  });

  it.each(['9999-12-31', '2027-02-30', 'next spring'])('does not start for a date of %p', (anchor) => {
    expect(ask(anchor)).toEqual({ starts: false, reason: { code: 'match.badDate', params: { anchor } } });
  });

  it('takes a wrong zone for a defect, not for a "no" of the record', () => {
    const inNoZone = () => nextTrigger('2027-06-12', relative, now, { ...calendar, zone: 'Nowhere' });
    expect(inNoZone).toThrow('There is no time zone "Nowhere".');
  });
});

describe('business hours', () => {
  it('are as usual where a brand has set nothing', () => {
    expect(parseBusinessHours({})).toEqual(usualHours);
    expect(parseBusinessHours({ from: '08:00' })).toEqual({ ...usualHours, from: '08:00' });
  });

  it.each([null, 'always', { from: '25:00' }, { weekdays: [] }, { until: '17:00' }])(
    'cannot be read from %j, and the error says how to mend it',
    (stored) => {
      expect(() => parseBusinessHours(stored)).toThrow(expect.objectContaining({ code: 'time.badHours' }));
      expect(() => parseBusinessHours(stored)).toThrow("Set them again in the brand's settings.");
    },
  );

  it('begin each day of the calendar, also a closed one', () => {
    expect(startOfBusiness('2027-06-12', usualHours, 'Europe/Berlin')).toBe('2027-06-12T07:00:00.000Z');
    expect(startOfBusiness('2027-01-15', usualHours, 'America/New_York')).toBe('2027-01-15T14:00:00.000Z');
    const early = { ...usualHours, from: '02:30' };
    expect(startOfBusiness('2027-03-28', early, 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z');
  });
});
