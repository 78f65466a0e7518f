import { expect, it } from '@jest/globals';
import { distinctTexts, foldText, isSameText, normalizeBlanks, trimBlanks } from './index.js';

it.each([
  ['VIP', 'vip'],
  ['VIP ', 'vip'],
  ['\u00a0vip\u00a0', 'vip'],
  ['v\u200bip', 'vip'],
  ['v\u00adip', 'vip'],
  ['\ufeffvip', 'vip'],
  ['vip\u200d', 'vip'],
  ['big  client', 'big client'],
  ['big\u00a0client', 'big client'],
  ['big\tclient', 'big client'],
  ['big\u3000client', 'big client'],
  ['big\nclient', 'big client'],
  ['İstanbul', 'istanbul'],
  ['ISTANBUL', 'istanbul'],
  ['ısparta', 'Isparta'],
  ['Straße', 'STRASSE'],
  ['STRAẞE', 'straße'],
  ['ΟΔΟΣ', 'οδος'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['Οδός', 'ΟΔΌΣ'],
  ['oﬃce', 'OFFICE'],
  ['ﬁlm', 'film'],
  ['ＶＩＰ', 'vip'],
  ['vip', 'ｖｉｐ'],
  ['caf\u00e9', 'CAFE\u0301'],
  ['Mara’s', "mara's"],
  ['Mara‘s', "mara's"],
  ['Maraʼs', "mara's"],
  ['Mara`s', "mara's"],
  ['“big”', '"big"'],
  ['„big“', '"BIG"'],
  ['half‑day', 'half-day'],
  ['half–day', 'half-day'],
  ['Ǆ', 'ǆ'],
  ['²', '2'],
])('%j and %j are the same text', (one, other) => expect(isSameText(one, other)).toBe(true));

it.each([
  ['café', 'cafe'],
  ['Müller', 'Muller'],
  ['Mueller', 'Müller'],
  ['vip', 'v.i.p.'],
  ['big client', 'bigclient'],
  ['ö', 'o'],
  ['ł', 'l'],
])('%j and %j are not', (one, other) => expect(isSameText(one, other)).toBe(false));

it('folds a folded text no further', () => {
  for (const text of ['İSTANBUL', 'Straße', 'ΟΔΟΣ', 'ﬃ', 'ŉ', 'ΐ', 'ǰ', '  a  b ', '´', 'Ａ', '\u00adx'])
    expect(foldText(foldText(text))).toBe(foldText(text));
});

it('keeps each text once, as it was written first', () => {
  expect(distinctTexts(['VIP', 'vip ', 'Straße', 'STRASSE', 'ｖｉｐ', 'café', 'cafe'])).toEqual([
    'VIP',
    'Straße',
    'café',
    'cafe',
  ]);
});

it('takes off the ends what shows as nothing, and leaves one blank between words', () => {
  expect(trimBlanks('\u00a0\u200b\ufeff a b \u2060\u3164')).toBe('a b');
  expect(normalizeBlanks(' Mara \u00a0 Lind\u200bqvist\t\r\n')).toBe('Mara Lindqvist');
  expect(normalizeBlanks('\u202eMara\u202c')).toBe('Mara');
  expect(normalizeBlanks('👩‍👩‍👧')).toBe('👩‍👩‍👧');
  expect(normalizeBlanks('می\u200cخواهم')).toBe('می\u200cخواهم');
});
