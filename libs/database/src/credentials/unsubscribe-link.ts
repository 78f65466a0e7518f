import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from './derived-key.js';

/** The mail that an unsubscribe link was sent with. */
export interface UnsubscribeLink {
  readonly studioId: string;
  /** The send's key. */
  readonly sendKey: string;
}

/** Where the links lead, under the product's public address. */
export const UNSUBSCRIBE_PATH = '/unsubscribe/';

const ID_BYTES = 16;
const KEY_BYTES = 32;
const PROOF_BYTES = 16;
const TOKEN = /^[\w-]{86}$/;

/**
 * The token of an unsubscribe link: the studio and the mail, signed. It names nobody, is stored nowhere, and stays valid, since people unsubscribe from old mails.
 * @param secret the product's
 */
export function unsubscribeToken(secret: string, { studioId, sendKey }: UnsubscribeLink): string {
  const about = Buffer.concat([
    Buffer.from(studioId.replaceAll('-', ''), 'hex'),
    Buffer.from(sendKey, 'hex'),
  ]);
  return Buffer.concat([about, proof(secret, about)]).toString('base64url');
}

/** What a token was made for; undefined when we did not make it. */
export function readUnsubscribeToken(secret: string, token: string): UnsubscribeLink | undefined {
  if (!TOKEN.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const about = bytes.subarray(0, ID_BYTES + KEY_BYTES);
  if (!timingSafeEqual(proof(secret, about), bytes.subarray(ID_BYTES + KEY_BYTES))) return undefined;
  const hex = about.toString('hex');
  const studioId = hex.slice(0, 2 * ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return { studioId, sendKey: hex.slice(2 * ID_BYTES) };
}

const proof = (secret: string, about: Buffer): Buffer =>
  createHmac('sha256', derivedKey(secret, 'cueline unsubscribe links'))
    .update(about)
    .digest()
    .subarray(0, PROOF_BYTES);
