import type { SendOutcome } from './mail-transport.js';

/** What nodemailer throws. */
export interface SmtpError {
  readonly message: string;
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** The service is closing or overloaded: never a verdict on the mail (RFC 5321 4.2.3, 3.8). */
const CLOSING = 421;
/** Sign-in wanted or refused (RFC 4954 6): a verdict on the account. */
const signIn = new Set([530, 534, 535, 538]);
const accountCodes = new Set([
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'ETLS',
  'EREQUIRETLS',
  'EDNS',
  'ECONFIG',
  'EPROXY',
]);
/** Before MAIL FROM the server has heard of no mail that it could refuse: a 5xx there is about who we are. */
const beforeMail = /^(?:CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|API)/i;

export interface Progress {
  /** onHandOver had said yes. */
  readonly handedOver: boolean;
  /** Something of the message was given to the connection: its last byte may have arrived. */
  readonly left: boolean;
}

/**
 * What a failed delivery means. The server's reply code decides first; where there is none, the library's own code, and whether the message
 * was already on its way.
 */
export function classify(error: SmtpError, { handedOver, left }: Progress): SendOutcome {
  const { responseCode, code: libraryCode = 'EUNKNOWN', command = '' } = error;
  const failed = {
    code: responseCode ? String(responseCode) : libraryCode,
    reply: error.response ?? error.message,
    handedOver,
  };
  if (accountCodes.has(libraryCode) && responseCode !== CLOSING && !left)
    return { type: 'account', ...failed };
  if (responseCode && responseCode >= 500) {
    const ours = signIn.has(responseCode) || beforeMail.test(command);
    return { type: ours ? 'account' : 'refused', ...failed };
  }
  // A 4xx, 421 too, as the answer to the message itself says that it was not taken; a silent end says nothing.
  if (responseCode && responseCode >= 400) return { type: 'temporary', ...failed };
  if (left) return { type: 'inDoubt', ...failed };
  if (libraryCode === 'EENVELOPE' && !responseCode) return { type: 'refused', ...failed };
  return { type: 'temporary', ...failed };
}
