import type { Recipient } from './step.js';
import { addressKey } from '../../locale/email-address.js';
import type { Reader } from '../../locale/recipient-formats.js';

/** The client of a run, as far as mail is written for one. */
export interface ClientReader extends Reader {
  readonly email?: string | null | undefined;
}

/**
 * Whose language and zone a mail is written in: the client's where the client gets it, also as the one who wrote the inquiry or by an address in the
 * step. Null for everybody else: they read the brand's.
 */
export function readerOf(to: Recipient, client: ClientReader | null | undefined): ClientReader | null {
  if (!client) return null;
  if (to.role === 'client' || to.role === 'inquirer') return client;
  const sameAddress =
    to.role === 'address' && client.email && addressKey(to.address) === addressKey(client.email);
  return sameAddress ? client : null;
}
