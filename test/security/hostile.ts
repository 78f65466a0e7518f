import fc from 'fast-check';

const nested = (depth: number): unknown => {
  let value: unknown = 'deep';
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { a: value };
  return value;
};

/** Texts that have broken something somewhere: encodings, patterns, statements, names of prototypes, times that are none. */
export const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\ufeff',
  '__proto__',
  'constructor',
  'toString',
  "'; DROP TABLE clients; --",
  '%',
  '_\\',
  '{{ constructor }}',
  '../../etc/passwd',
  '0000-00-00',
  '0000-01-01',
  '2027-02-30',
  '275760-09-13',
  '0000-01-01T00:00:00Z',
  '2027-06-12T25:00:00Z',
  '1e309',
  'NaN',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(20_000),
] as const;

/** What nobody means to send. */
export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.constantFrom(null, true, -1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 31, [], {}, [[]], {
    toString: 1,
  }),
  fc.constantFrom(nested(40), nested(1_000)),
);
