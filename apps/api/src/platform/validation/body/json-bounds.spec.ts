import { describe, expect, it } from '@jest/globals';
import { beyondBounds, jsonBounds } from './json-bounds.js';

const nested = (levels: number, inner: unknown = 1): unknown =>
  levels === 0 ? inner : { all: [nested(levels - 1, inner)] };
const list = (length: number): number[] => Array.from({ length }, (_, i) => i);
const record = (length: number): object => Object.fromEntries(list(length).map((i) => [`k${i}`, i]));
const place = (value: unknown) => beyondBounds(typeof value === 'string' ? value : JSON.stringify(value));

describe('the bounds of a JSON text', () => {
  it.each<[string, unknown]>([
    ['as many levels as there may be', nested(jsonBounds.levels / 2)],
    ['as many entries', list(jsonBounds.entries)],
    ['as many fields', record(jsonBounds.fields)],
    ['brackets, quotes and commas within texts', { '{[,"\\': '[{"\\\\",,,,'.repeat(20_000) }],
    ['a text of a megabyte', { text: 'a'.repeat(1_000_000) }],
    ['a text of backslashes', { text: '\\'.repeat(300_000) }],
    ['nothing', ''],
    ['no JSON: only ends', ']'.repeat(1_000)],
    ['no JSON: commas outside', ','.repeat(100_000)],
    ['no JSON: a text without end', `"${'\\'.repeat(1_000)}`],
  ])('hold %s', (_what, value) => {
    expect(place(value)).toBeUndefined();
  });

  it.each<[string, unknown, string, string]>([
    ['depth', { a: nested(jsonBounds.levels) }, '/a', 'This lies deeper than 200 levels. Make it flatter.'],
    [
      'depth of arrays alone',
      '['.repeat(500_000),
      '/0/0',
      'This lies deeper than 200 levels. Make it flatter.',
    ],
    ['entries', { tags: list(jsonBounds.entries + 1) }, '/tags', 'Give at most 10,000 entries.'],
    [
      'entries in one of many',
      [1, { 'a/b~"': list(jsonBounds.entries + 1) }],
      '/1/a~1b~0"',
      'Give at most 10,000 entries.',
    ],
    ['fields', record(jsonBounds.fields + 1), '', 'Give at most 1,000 fields.'],
    [
      'fields after nested ones',
      { a: { b: {} }, c: record(jsonBounds.fields + 1) },
      '/c',
      'Give at most 1,000 fields.',
    ],
    [
      'values in all',
      list(60).map(() => record(jsonBounds.fields)),
      '',
      'Give at most 50,000 values in all. Send it in parts.',
    ],
    [
      'empty lists in all',
      list(9_000).map(() => [[], [], [], []]),
      '',
      'Give at most 50,000 values in all. Send it in parts.',
    ],
  ])('refuse too much %s, and say where', (_what, value, pointer, detail) => {
    const bad = place(value)!;
    expect(bad.detail).toBe(detail);
    expect(bad.pointer.slice(0, pointer.length || undefined)).toBe(pointer);
  });
});
