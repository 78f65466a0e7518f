import { expect, it } from '@jest/globals';
import { inEach, inEnglish, isTexts, pluralIn, preferredLanguage, textsOf } from './index.js';

it.each([
  [['de-AT', 'en'], 'de'],
  [['fr-FR', 'en-GB'], 'en'],
  [['DE'], 'de'],
  [['pt-BR'], 'en'],
  [[], 'en'],
])('whoever reads %s is answered in %s', (wanted, language) => {
  expect(preferredLanguage(wanted)).toBe(language);
});

it('a number has the form that its language asks for', () => {
  const emails = (count: number) =>
    inEach((language) => pluralIn(language, count, { one: '# E', other: '# Es' }));
  expect([0, 1, 14_000].map((count) => Object.values(emails(count)))).toEqual([
    ['0 Es', '0 Es'],
    ['1 E', '1 E'],
    ['14,000 Es', '14.000 Es'],
  ]);
});

it('an English text that a library was given leads back to the other languages', () => {
  const texts = { en: 'Give a day.', de: 'Gib einen Tag an.' };
  expect(inEnglish(texts)).toBe('Give a day.');
  expect(textsOf('Give a day.')).toEqual(texts);
  expect(textsOf('Give a week.')).toBeUndefined();
});

it.each<[unknown, boolean]>([
  [{ en: 'a', de: 'b' }, true],
  [{ en: 'a' }, false],
  [{ en: 'a', de: 1 }, false],
  [null, false],
  ['a', false],
])('%j is a text in each language: %s', (value, is) => expect(isTexts(value)).toBe(is));
