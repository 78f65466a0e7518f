import { expect, it } from '@jest/globals';
import { harmlessName } from './harmless-name.js';

it.each([
  ['Sunday Studio', 'Sunday Studio'],
  ['  Müller &  Söhne ', 'Müller & Söhne'],
  ['Dr. Anna von Stein', 'Dr. Anna von Stein'],
  ['J. R. Okafor', 'J. R. Okafor'],
  ['スタジオ・日曜', 'スタジオ・日曜'],
  ['Two\r\nlines', 'Two lines'],
  ['No. 5', 'No. 5'],
  ['x'.repeat(80), `${'x'.repeat(59)}…`],
  ['', '-'],
  ['\u200b\u202e', '-'],
  ['You won https://prize.test', '-'],
  ['WWW.prize.test', '-'],
  ['prize.com', '-'],
  ['see prize.io/now today', '-'],
  ['prize。com', '-'],
  ['mail me@prize.com', '-'],
  ['You won a free prize', '-'],
  [`${'x'.repeat(2_000)} https://prize.test`, `${'x'.repeat(59)}…`],
  [`https://prize.test ${'x'.repeat(2_000)}`, '-'],
  ['javascript://x', '-'],
])('%p stands as %p', (name, shown) => {
  expect(harmlessName(name, '-')).toBe(shown);
});
