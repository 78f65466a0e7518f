import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from './derived-key.js';

/** Of the send's key: enough to be the only one of a studio. */
const KEY_BYTES = 8;
const PROOF_BYTES = 4;
const TAG = /^[0-9a-f]{24}$/;

/** The mail of a studio that a return path is for. */
export interface TaggedMail {
  readonly studioId: string;
  /** The send's key; or as much of its beginning as a tag holds. */
  readonly sendKey: string;
}

/**
 * What a return path says of its mail: which one it is, and that we wrote it. Short, since a local part has 64 characters, and without capitals.
 * @param secret the product's
 */
export function returnTag(secret: string, { studioId, sendKey }: TaggedMail): string {
  const key = sendKey.slice(0, 2 * KEY_BYTES);
  return `${key}${proof(secret, studioId, key).toString('hex')}`;
}

/** The beginning of the key of the mail that a tag was made for; undefined when we did not make it for this studio. */
export function readReturnTag(secret: string, studioId: string, tag: string): string | undefined {
  if (!TAG.test(tag)) return undefined;
  const key = tag.slice(0, 2 * KEY_BYTES);
  const given = Buffer.from(tag.slice(2 * KEY_BYTES), 'hex');
  return timingSafeEqual(given, proof(secret, studioId, key)) ? key : undefined;
}

const proof = (secret: string, studioId: string, key: string): Buffer =>
  createHmac('sha256', derivedKey(secret, 'cueline return paths'))
    .update(`${studioId} ${key}`)
    .digest()
    .subarray(0, PROOF_BYTES);
