import { describe, expect, it } from '@jest/globals';
import { mailSearchOf, searchable } from './searchable.js';

describe('the words of a mail', () => {
  it.each([
    ['Fotos für SAMSTAG!', 'fotos fur samstag'],
    ['mara.lindqvist+x@example.test', 'mara lindqvist x example test'],
    ['Straße, Café — ＶＩＰ', 'strasse cafe vip'],
    ["it's 12:30, “yes”", 'it s 12 30 yes'],
    ['รูป', 'รป'],
    ['   ', ''],
  ])('are folded: %j', (text, words) => expect(searchable(text)).toBe(words));

  it('are cut where there are too many', () =>
    expect(searchable('a '.repeat(100_000)).length).toBeLessThan(70_000));
});

describe('what is looked for', () => {
  it('is every word, the last one as a beginning', () =>
    expect(mailSearchOf('Mara’s Hoch')).toEqual({
      words: "'mara' & 's' & 'hoch':*",
      piece: '%mara s hoch%',
    }));
  it('is nothing without a letter', () => expect(mailSearchOf(' :-) ')).toBeUndefined());
  it('takes nothing for an operator', () =>
    expect(mailSearchOf(`a' | b:* & !c \\ (`)?.words).toBe("'a' & 'b' & 'c':*"));
});
