import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a link in a mail about a sign-in opens. */
export type LinkPurpose = 'invitation' | 'passwordReset';

export interface AccountLink {
  /** The row that the link belongs to. */
  readonly id: string;
  /** The row's `expires_at`: a row whose moment was moved has another link. */
  readonly expiresAt: Date;
}

const BYTES = 32;
const pattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-z]{1,11})\.([\w-]{43})$/;
const keys = new Map<string, Buffer>();

/**
 * The token of a link. It follows from the product's secret and the row, and is stored nowhere: whoever reads the database cannot open it.
 */
export function accountToken(secret: string, purpose: LinkPurpose, { id, expiresAt }: AccountLink): string {
  const until = expiresAt.getTime().toString(36);
  return `${id}.${until}.${proof(secret, purpose, id, until)}`;
}

/** What a token was made for; undefined when we did not make it. That its row is still open is for the caller to see. */
export function readAccountToken(
  secret: string,
  purpose: LinkPurpose,
  token: string,
): AccountLink | undefined {
  const [, id, until, given] = pattern.exec(token) ?? [];
  if (!id || !until || !given) return undefined;
  const right = Buffer.from(proof(secret, purpose, id, until));
  if (!timingSafeEqual(right, Buffer.from(given))) return undefined;
  return { id, expiresAt: new Date(Number.parseInt(until, 36)) };
}

function proof(secret: string, purpose: LinkPurpose, id: string, until: string): string {
  return createHmac('sha256', keyOf(secret)).update(`${purpose}|${id}|${until}`).digest('base64url');
}

function keyOf(secret: string): Buffer {
  const known = keys.get(secret);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'cueline account links', BYTES));
  keys.set(secret, key);
  return key;
}
