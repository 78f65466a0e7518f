import { expect, it } from '@jest/globals';
import { acceptedLanguage } from './accepted-language.js';

it.each<[string | undefined, string]>([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['de', 'de'],
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['DE-de', 'de'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['en;q=0.1, de;q=0.9', 'de'],
  ['fr-FR, de;q=0.5, en;q=0.4', 'de'],
  ['fr', 'en'],
  ['de;q=0, en;q=0.1', 'en'],
  ['de; q = 0.5', 'de'],
  ['de;q=much', 'de'],
  [',,;;=,', 'en'],
])('Accept-Language %j is answered in %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language);
});
