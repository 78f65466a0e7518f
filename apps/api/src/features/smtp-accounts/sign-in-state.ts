import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { mailServer, smtpAccounts } from '@cueline/contracts';

const KEY_BYTES = 32;
const MINUTES = 15;

const begun = z.object({
  nonce: z.string(),
  /** Of the moment after which it counts no more. */
  until: z.number(),
  studioId: z.string(),
  /** Who began it: nobody else may finish it. */
  by: z.string(),
  account: z.union([
    z.object({ id: z.string(), provider: mailServer.mailProvider }),
    smtpAccounts.newSignIn.extend({ brandId: z.string() }),
  ]),
});
/** A sign-in at a provider that has begun. It is kept nowhere but in the state that comes back with the person. */
export type BegunSignIn = z.infer<typeof begun>;

const macOf = (secret: string, purpose: string, text: string): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', 'cueline mail sign-ins', KEY_BYTES)))
    .update(`${purpose}|${text}`)
    .digest();

export const beginSignIn = (account: BegunSignIn['account'], studioId: string, by: string): BegunSignIn => ({
  nonce: randomBytes(KEY_BYTES).toString('base64url'),
  until: Date.now() + MINUTES * 60_000,
  studioId,
  by,
  account,
});

/** Proves to the provider that whoever brings the code is who began (RFC 7636 4.1). */
export const verifierOf = (secret: string, { nonce }: BegunSignIn): string =>
  macOf(secret, 'verifier', nonce).toString('base64url');

export function stateOf(secret: string, sign: BegunSignIn): string {
  const text = Buffer.from(JSON.stringify(sign)).toString('base64url');
  return `${text}.${macOf(secret, 'state', text).toString('base64url')}`;
}

/** @returns undefined for a state that we did not make, or that is too old */
export function readState(secret: string, state: string): BegunSignIn | undefined {
  const [text = '', given = ''] = state.split('.');
  const [right, proof] = [macOf(secret, 'state', text), Buffer.from(given, 'base64url')];
  if (proof.length !== right.length || !timingSafeEqual(proof, right)) return undefined;
  const read = begun.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  return read.until > Date.now() ? read : undefined;
}
