import { describe, expect, it } from '@jest/globals';
import { storableJson, storableText } from './storable.js';

const half = '😀'.slice(0, 1);
const otherHalf = '😀'.slice(1);

describe('text for the database', () => {
  it.each([
    ['plain', 'plain'],
    ['whole 😀', 'whole 😀'],
    [`half ${half}`, 'half \uFFFD'],
    [`${otherHalf}half`, '\uFFFDhalf'],
    ['no\0thing', 'no\uFFFDthing'],
    ['a path \\u0000 in words', 'a path \\u0000 in words'],
  ])('%j', (given, stored) => {
    expect(storableText(given)).toBe(stored);
    expect(JSON.parse(storableJson({ [given]: [{ given }, given], date: new Date(0) }))).toEqual({
      [stored]: [{ given: stored }, stored],
      date: '1970-01-01T00:00:00.000Z',
    });
  });

  it('leaves out what JSON leaves out', () => {
    expect(storableJson({ a: undefined, b: Number.NaN, c: half })).toBe('{"b":null,"c":"\uFFFD"}');
  });
});
