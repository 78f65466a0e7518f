import { describe, expect, it } from '@jest/globals';
import { usualHours, type SendWindow } from '../../timing/index.js';
import { delayOf, type LeavingHours } from './mail-delay.js';

const always: SendWindow = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00', holidays: [] };
const evenings: SendWindow = { weekdays: [2, 4], from: '18:00', to: '20:00', holidays: [] };
const berlin: LeavingHours = {
  calendar: { zone: 'Europe/Berlin', hours: usualHours },
  clientZone: 'America/New_York',
};
/** A Wednesday, ten in the morning in Berlin. */
const now = '2027-05-12T08:00:00.000Z';
const delay = (hours: LeavingHours, waiting: Record<string, number> = {}, more: object = {}) =>
  delayOf({ now, since: now, limit: 2, waiting: (day) => waiting[day] ?? 0, hours, ...more });

describe('a mail that is over the limit of its day', () => {
  it.each([
    ['when the brand opens next day', berlin, {}, '2027-05-13T07:00:00.000Z'],
    ['after the one that waits already', berlin, { '2027-05-13': 1 }, '2027-05-13T07:00:01.000Z'],
    ['the day after, when the next day is full', berlin, { '2027-05-13': 2 }, '2027-05-14T07:00:00.000Z'],
    ['after the weekend', berlin, { '2027-05-13': 2, '2027-05-14': 2 }, '2027-05-17T07:00:00.000Z'],
    [
      'in its own window',
      { ...berlin, window: { hours: evenings, zone: 'brand' } },
      {},
      '2027-05-13T16:00:00.000Z',
    ],
    [
      'in its window by the client’s clock',
      { ...berlin, window: { hours: evenings, zone: 'client' } },
      {},
      '2027-05-13T22:00:00.000Z',
    ],
    [
      'right after midnight, where the hours have no end',
      { ...berlin, window: { hours: always, zone: 'brand' } },
      {},
      '2027-05-12T22:00:00.000Z',
    ],
  ] as const)('leaves %s', (_when, hours, waiting, at) =>
    expect(delay(hours, waiting)).toMatchObject({ at }),
  );

  it('finds no room within a week: a person decides', () => {
    const full = { '2027-05-13': 2, '2027-05-14': 2, '2027-05-17': 2, '2027-05-18': 2, '2027-05-19': 2 };
    expect(delay(berlin, full)).toBeUndefined();
    expect(delay(berlin, { ...full, '2027-05-19': 1 })).toMatchObject({ day: '2027-05-19' });
    expect(delay(berlin, {}, { since: '2027-05-04T08:00:00.000Z' })).toBeUndefined();
  });

  it('leaves at the same time of day where the brand never opens', () => {
    const holidays = Array.from({ length: 12 }, (_, month) =>
      Array.from(
        { length: 31 },
        (_day, day) => `${String(month + 1).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`,
      ),
    ).flat();
    const closed: LeavingHours = {
      ...berlin,
      calendar: { zone: 'Europe/Berlin', hours: { ...always, holidays } },
    };
    expect(delay(closed)).toMatchObject({ at: '2027-05-13T08:00:00.000Z', day: '2027-05-13' });
  });

  it('keeps the local hour when the clocks change overnight', () => {
    const saturday = '2027-03-26T10:00:00.000Z';
    const hours = {
      ...berlin,
      calendar: { zone: 'Europe/Berlin', hours: { ...always, from: '09:00', to: '17:00' } },
    } as LeavingHours;
    expect(delay(hours, { '2027-03-27': 2 }, { now: saturday, since: saturday })).toMatchObject({
      at: '2027-03-28T07:00:00.000Z',
    });
  });
});
