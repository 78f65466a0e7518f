import { expect, it } from '@jest/globals';
import { instantAt, localAt } from './wall-clock.js';

it('reads a local time in its zone and writes it back', () => {
  expect(instantAt('2027-06-12T15:00', 'Europe/Berlin')).toBe('2027-06-12T13:00:00.000Z');
  expect(localAt('2027-06-12T13:00:00.000Z', 'Europe/Berlin')).toBe('2027-06-12T15:00');
  expect(localAt('2027-06-12T13:00:00.000Z', 'Asia/Kathmandu')).toBe('2027-06-12T18:45');
});

it('moves a time that does not exist forwards by the gap, and takes the earlier of two', () => {
  expect(instantAt('2027-03-28T02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z');
  expect(instantAt('2027-10-31T02:30', 'Europe/Berlin')).toBe('2027-10-31T00:30:00.000Z');
});

it('has no answer for half a date', () => {
  expect(instantAt('', 'Europe/Berlin')).toBeUndefined();
  expect(instantAt('2027-02-30T10:00', 'Europe/Berlin')).toBeUndefined();
  expect(instantAt('10:00', 'Europe/Berlin')).toBeUndefined();
});
