import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutText } from './index.js';

it.each([
  ['Mara', 4, 'Mara'],
  ['Mara', 3, 'Mar'],
  ['Mara', 0, ''],
  ['😀😀', 3, '😀'],
  ['😀😀', 1, ''],
  ['ab😀', 3, 'ab'],
  ['🇩🇪🇫🇷', 6, '🇩🇪'],
  ['a👩‍👩‍👧‍👦', 6, 'a'],
  ['Ame\u0301lie', 3, 'Am'],
  [`e${'\u0301'.repeat(9)}`, 3, 'e\u0301\u0301'],
  ['a\r\nb', 2, 'a'],
])('%j within %i is %j', (text, most, cut) => expect(cutText(text, most)).toBe(cut));

it('never leaves half a pair, nor more than was asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(45), (text, most) => {
      const cut = cutText(text, most);
      expect(text.startsWith(cut) && cut.length <= most).toBe(true);
      expect(cut).not.toMatch(/\p{Cs}/u);
    }),
  );
});

it('is quick, however long the text and the character', () => {
  const started = performance.now();
  for (const text of ['x'.repeat(1e6), '😀'.repeat(1e5), `e${'\u0301'.repeat(1e5)}`]) cutText(text, 99_999);
  expect(performance.now() - started).toBeLessThan(2_000);
});
