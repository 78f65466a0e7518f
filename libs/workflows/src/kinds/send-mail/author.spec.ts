import { describe, expect, it } from '@jest/globals';
import { authorAmong, inTheName } from './author.js';

const labels = { templateName: () => undefined, staffName: () => 'Noah Berg', workflowName: () => undefined };

describe('in whose name an email leaves', () => {
  it.each([
    [{ type: 'brand' }, '', ''],
    [{ type: 'staffOnBooking' }, ', in the name of the staff', ', im Namen des Teams der Buchung'],
    [{ type: 'staff', id: null }, ', in the name of a staff member', ', im Namen eines Teammitglieds'],
    [{ type: 'staff', id: 'noah' }, ', in the name of Noah Berg', ', im Namen von Noah Berg'],
  ] as const)('%j is said in a sentence', (from, en, de) => {
    expect(inTheName(from, labels, 'en')).toBe(en);
    expect(inTheName(from, labels, 'de')).toBe(de);
  });

  it('is the first of the staff who can be answered: who the event names, then who works at the booking', () => {
    const staff = [
      { name: 'Ida', email: null },
      { name: 'Noah', email: 'noah@sunday.test' },
      { name: 'Lena', email: 'lena@sunday.test' },
    ];
    expect(authorAmong({}, staff)).toEqual({ name: 'Noah', address: 'noah@sunday.test' });
    expect(authorAmong({ staff: { fullName: 'Kim', email: 'kim@sunday.test' } }, staff)).toMatchObject({
      name: 'Kim',
    });
    expect(authorAmong({}, staff.slice(0, 1))).toBeNull();
  });
});
