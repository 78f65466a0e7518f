import { describe, expect, it } from '@jest/globals';
import {
  ifPastSchema,
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

describe('business hours', () => {
  it('are as usual where a brand has set nothing', () => {
    expect(parseBusinessHours({})).toEqual(usualHours);
    expect(parseBusinessHours({ from: '08:00' })).toEqual({ ...usualHours, from: '08:00' });
  });

  it.each([null, 'always', { from: '25:00' }, { weekdays: [] }, { until: '17:00' }])(
    'cannot be read from %j, and the error says how to fix it',
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
