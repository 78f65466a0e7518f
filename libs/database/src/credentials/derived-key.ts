import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;
const derived = new Map<string, Buffer>();

/** The key of one purpose that follows from the product's secret; it is worked out once. */
export function derivedKey(secret: string, purpose: string): Buffer {
  const name = `${purpose}\n${secret}`;
  const known = derived.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES));
  derived.set(name, key);
  return key;
}
