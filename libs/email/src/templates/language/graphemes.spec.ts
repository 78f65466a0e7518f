import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../../cpu-clock.fixture.js';
import { countGraphemes, firstGraphemes, graphemesOf, lastGrapheme } from './graphemes.js';

const family = '👨‍👩‍👧‍👦';

describe('user-perceived characters', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['Mara', ['M', 'a', 'r', 'a']],
    ['😀Mara', ['😀', 'M', 'a', 'r', 'a']],
    [`${family}x`, [family, 'x']],
    ['🇩🇪🇫🇷', ['🇩🇪', '🇫🇷']],
    ['e\u0301a', ['e\u0301', 'a']],
    ['👍🏽!', ['👍🏽', '!']],
    ['❤️a', ['❤️', 'a']],
    ['1️⃣2', ['1️⃣', '2']],
    ['\u1112\u1161\u11ab글', ['\u1112\u1161\u11ab', '글']],
    ['नमस्ते', ['न', 'म', 'स्ते']],
    ['กำ', ['กำ']],
    ['が\u3099', ['が\u3099']],
    ['a\r\nb', ['a', '\r\n', 'b']],
    ['🏴󠁧󠁢󠁳󠁣󠁴󠁿x', ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'x']],
    ['漢字', ['漢', '字']],
    ['Ж\u0308и', ['Ж\u0308', 'и']],
  ])('%j', (text, expected) => {
    expect([...graphemesOf(text)]).toEqual(expected);
    expect(countGraphemes(text)).toBe(expected.length);
    expect(firstGraphemes(text, 1)).toBe(expected[0] ?? '');
    expect(lastGrapheme(text)).toBe(expected.at(-1) ?? '');
    expect(firstGraphemes(text, 2)).toBe(expected.slice(0, 2).join(''));
  });

  it.each([family, '🇩🇪', 'e\u0301\u0302', 'x😀', 'स्ते', `ab${'\u0301'.repeat(100)}`])(
    'are the same in a long text, wherever a window ends: %s',
    (text) => {
      const once = [...graphemesOf(text)];
      const long = text.repeat(100);
      expect(countGraphemes(long)).toBe(once.length * 100);
      expect([...graphemesOf(long)].slice(-once.length)).toEqual(once);
    },
  );

  it.each(['a', 'ü', '😀', family, 'e\u0301', `a${'\u0301'.repeat(60_000)}`, 'स्ते'])(
    'are counted in a moment in 100 KB of %s',
    (text) => {
      const started = cpuClock();
      countGraphemes(text.repeat(Math.ceil(100_000 / text.length)).slice(0, 100_000));
      expect(cpuClock() - started).toBeLessThan(1_000);
    },
  );
});
