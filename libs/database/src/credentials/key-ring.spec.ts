import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inspect } from 'node:util';
import { credentialKeysSchema, KeyMissing, KeyRing, keyRingOf, SealBroken } from './key-ring.js';

const hex = (digit: string) => digit.repeat(64);
const keys = (text: string) => credentialKeysSchema.parse(text);
const environment = (text: string, secret = 'a secret of more than thirty-two characters') => ({
  CREDENTIAL_KEYS: keys(text),
  CUELINE_SECRET: secret,
});
const place = { studioId: 'studio', table: 'credentials', id: 'row' };

describe('a sealed secret', () => {
  const ring = new KeyRing([{ id: 'one', key: Buffer.alloc(32, 1) }]);

  it('opens to what it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (secret) => {
        expect(ring.open(ring.seal(secret, place), place)).toBe(secret);
      }),
    );
  });

  it('is another one each time', () => {
    const all = Array.from({ length: 50 }, () => ring.seal('the same', place).sealed);
    expect(new Set(all).size).toBe(50);
  });

  it.each([
    ['of another studio', { ...place, studioId: 'other' }],
    ['of another row', { ...place, id: 'other' }],
    ['of another table', { ...place, table: 'other' }],
  ])('does not open in the place %s', (_name, elsewhere) => {
    expect(() => ring.open(ring.seal('secret', place), elsewhere)).toThrow(SealBroken);
  });

  it('does not open when one bit of it was changed, or when it was cut', () => {
    const { keyId, sealed } = ring.seal('secret', place);
    const bytes = Buffer.from(sealed, 'base64url');
    for (let i = 0; i < bytes.length * 8; i++) {
      const changed = Buffer.from(bytes);
      changed[i >> 3]! ^= 1 << (i & 7);
      const broken = { keyId, sealed: changed.toString('base64url') };
      expect(() => ring.open(broken, place)).toThrow(SealBroken);
    }
    for (let length = 0; length < bytes.length; length++) {
      const cut = { keyId, sealed: bytes.subarray(0, length).toString('base64url') };
      expect(() => ring.open(cut, place)).toThrow(SealBroken);
    }
  });

  it('is nowhere in what is printed of the ring, nor is a key', () => {
    const ringOfHex = keyRingOf(environment(`now=${'ab'.repeat(32)}`));
    expect(inspect(ringOfHex, { depth: 9, showHidden: true })).not.toMatch(/ab ab|abab/);
    expect(JSON.stringify(ringOfHex)).not.toMatch(/abab/);
  });
});

describe('the ring of a process', () => {
  it('seals with the first key and opens with each', () => {
    const before = keyRingOf(environment(`old=${hex('1')}`));
    const sealed = before.seal('secret', place);
    const after = keyRingOf(environment(`new=${hex('2')}, old=${hex('1')}`));
    expect(after.open(sealed, place)).toBe('secret');
    expect(after.seal('secret', place).keyId).toBe('new');
  });

  it('seals by what follows from the product’s secret until there are keys, and opens that afterwards', () => {
    const derived = keyRingOf(environment(''));
    const sealed = derived.seal('secret', place);
    expect(sealed.keyId).toMatch(/^secret-[0-9a-f]{8}$/);
    expect(keyRingOf(environment(`new=${hex('2')}`)).open(sealed, place)).toBe('secret');
  });

  it('says which key is missing', () => {
    const sealed = keyRingOf(environment(`old=${hex('1')}`)).seal('secret', place);
    expect(() => keyRingOf(environment(`new=${hex('2')}`)).open(sealed, place)).toThrow(
      new KeyMissing('old'),
    );
    const other = keyRingOf(environment('', 'another secret of more than thirty-two characters'));
    expect(() => other.open(keyRingOf(environment('')).seal('secret', place), place)).toThrow(KeyMissing);
  });

  it.each([`a=${hex('1').slice(1)}`, `${hex('1')}`, `a=${hex('g')}`, `a=${hex('1')},a=${hex('2')}`])(
    'takes no list such as %s, and does not repeat it',
    (text) => {
      const { error } = credentialKeysSchema.safeParse(text);
      expect(error?.issues[0]?.message).toContain('64 hexadecimal digits');
      expect(JSON.stringify(error)).not.toContain(text.slice(-20));
    },
  );
});
