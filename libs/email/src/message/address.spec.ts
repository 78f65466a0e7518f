import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../cpu-clock.fixture.js';
import { displayName, messageIdOf, parseAddress } from './index.js';

describe('an address', () => {
  it.each([
    ['mara@example.test', 'mara@example.test'],
    ['  Mara.Lind+wed@Example.TEST ', 'Mara.Lind+wed@example.test'],
    ["o'brien@example.test", "o'brien@example.test"],
    ['jörg@bücher.example', 'jörg@bücher.example'],
    [`${'a'.repeat(64)}@example.test`, `${'a'.repeat(64)}@example.test`],
  ])('%s may stand in an envelope', (typed, address) => expect(parseAddress(typed)).toBe(address));

  it.each([
    'mara',
    '@example.test',
    'mara@',
    'mara@localhost',
    'mara@-a.test',
    'mara@a..test',
    'a@b@example.test',
    '.mara@example.test',
    'ma..ra@example.test',
    'mara@example.test, jo@example.test',
    'mara@example.test\r\nRCPT TO:<jo@example.test>',
    'ma\r\nra@example.test',
    'mara@exa\nmple.test',
    '<mara@example.test>',
    'Mara <mara@example.test>',
    '"mara"@example.test',
    'mara\0@example.test',
    'mara\u200b@example.test',
    'mara@[127.0.0.1]',
    'mara@127.0.0.1>',
    `${'a'.repeat(65)}@example.test`,
    `${'é'.repeat(33)}@example.test`,
    `mara@${'a'.repeat(64)}.test`,
    `mara@${'abcdefghi.'.repeat(25)}test`,
  ])('%j may not', (typed) => expect(parseAddress(typed)).toBeNull());

  it('is judged in a moment, however long it is', () => {
    const started = cpuClock();
    for (const typed of [`${'a'.repeat(1e6)}@b.test`, `a@${'a-'.repeat(120)}`, `a@${'a.'.repeat(120)}`])
      expect(parseAddress(typed)).toBeNull();
    expect(cpuClock() - started).toBeLessThan(100);
  });
});

it('keeps a display name on one line and inside its quotes', () => {
  expect(displayName('Sunday "Studio"\r\nBcc: x@a.test <y@a.test>\\')).toBe(
    'Sunday Studio Bcc: x@a.test y@a.test',
  );
});

it.each([
  ['😀'.repeat(60), '😀'.repeat(50)],
  [`x${'😀'.repeat(60)}`, `x${'😀'.repeat(49)}`],
  ['👩‍👩‍👧‍👦'.repeat(12), '👩‍👩‍👧‍👦'.repeat(9)],
  [`Jo ${'e\u0301'.repeat(60)}`, `Jo ${'e\u0301'.repeat(48)}`],
])('cuts the display name %j between its characters', (name, shown) => expect(displayName(name)).toBe(shown));

it('derives a Message-ID from the key of the send', () => {
  const key = 'ab'.repeat(32);
  expect(messageIdOf(key, 'mail.cueline.test')).toBe(`<${key.slice(0, 40)}@mail.cueline.test>`);
  expect(messageIdOf(key, 'mail.cueline.test')).toBe(messageIdOf(key, 'mail.cueline.test'));
  expect(() => messageIdOf('x>\r\nBcc: y', 'a.test')).toThrow(RangeError);
});
