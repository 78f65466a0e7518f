import { expect, it } from '@jest/globals';
import { groundOf, initialsOf } from './initials.js';

it.each([
  ['Lena Kowal', 'LK'],
  ['Ana María de la Cruz', 'AC'],
  ['madonna', 'M'],
  ['  ', '?'],
  ['𝒜da', '𝒜'],
])('%s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('gives a name one ground', () => {
  expect(groundOf('Lena Kowal')).toBe(groundOf('Lena Kowal'));
});
