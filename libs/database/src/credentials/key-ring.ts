import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

const KEY_BYTES = 32;
/** NIST SP 800-38D 8.2.2: random, and long enough for 2^32 seals by one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

export interface SealingKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface Sealed {
  /** The key that opens it. */
  readonly keyId: string;
  readonly sealed: string;
}

/** The row that a secret belongs to: in another one it does not open. */
export interface SealedPlace {
  readonly studioId: string;
  readonly table: string;
  readonly id: string;
}

/** The key is not in the ring of this process. */
export class KeyMissing extends Error {
  constructor(readonly keyId: string) {
    super(`A secret was sealed with the key “${keyId}”, which CREDENTIAL_KEYS does not hold.`);
    this.name = 'KeyMissing';
  }
}

/** It was changed, or belongs to another row. */
export class SealBroken extends Error {
  constructor() {
    super('A sealed secret does not open: it was changed, or belongs to another row.');
    this.name = 'SealBroken';
  }
}

/** Seals with the first key, and opens with each. */
export class KeyRing {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #newest: SealingKey;

  constructor(keys: readonly [SealingKey, ...SealingKey[]]) {
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]));
    this.#newest = keys[0];
  }

  /** The id of the key that seals. */
  get newest(): string {
    return this.#newest.id;
  }

  seal(secret: string, place: SealedPlace): Sealed {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#newest.key, nonce).setAAD(boundTo(place));
    const parts = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return { keyId: this.#newest.id, sealed: Buffer.concat(parts).toString('base64url') };
  }

  /** @throws KeyMissing, SealBroken */
  open({ keyId, sealed }: Sealed, place: SealedPlace): string {
    const key = this.#keys.get(keyId);
    if (!key) throw new KeyMissing(keyId);
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken();
    const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(-TAG_BYTES)];
    try {
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(boundTo(place)).setAuthTag(tag);
      const text = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    } catch {
      throw new SealBroken();
    }
  }
}

const boundTo = ({ table, id, studioId }: SealedPlace): Buffer => Buffer.from(`${table}|${id}|${studioId}`);

const entry = /^([a-z0-9][a-z0-9._-]{0,39})=([0-9a-f]{64})$/i;

/** The operator's keys, the newest first: `2027=<64 hexadecimal digits>, 2026=<...>`. No message repeats one. */
export const credentialKeysSchema = z
  .string()
  .default('')
  .transform((text, context): readonly SealingKey[] => {
    const keys = text.split(/[\s,]+/).filter(Boolean);
    const read = keys.flatMap((one) => {
      const [, id, hex] = entry.exec(one) ?? [];
      return id && hex ? [{ id, key: Buffer.from(hex, 'hex') }] : [];
    });
    const isRight = read.length === keys.length && new Set(read.map(({ id }) => id)).size === keys.length;
    if (isRight) return read;
    context.addIssue({
      code: 'custom',
      message:
        'must list keys, the newest first, each as name=64 hexadecimal digits, parted by commas, each name once; make one with `echo "2027=$(openssl rand -hex 32)"`',
      input: undefined,
    });
    return z.NEVER;
  });

/** The ring of a process. What follows from the product's secret opens as well, and seals until the operator has keys. */
export function keyRingOf(environment: {
  readonly CREDENTIAL_KEYS: readonly SealingKey[];
  readonly CUELINE_SECRET: string;
}): KeyRing {
  const key = Buffer.from(
    hkdfSync('sha256', environment.CUELINE_SECRET, '', 'cueline credentials', KEY_BYTES),
  );
  const print = createHash('sha256').update(key).digest('hex').slice(0, 8);
  const derived = { id: `secret-${print}`, key };
  const [first = derived, ...others] = environment.CREDENTIAL_KEYS;
  return new KeyRing([first, ...others, derived]);
}
