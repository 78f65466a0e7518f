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
const accountCodes = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);

/**
 * What a failed delivery means. The server's reply code decides first; where there is none, the library's own code, and whether the message
 * was already on its way.
 * @param handedOver the last byte may have left
 */
export function classify(error: SmtpError, handedOver: boolean): SendOutcome {
  const reply = error.response ?? error.message;
  const code = error.responseCode ? String(error.responseCode) : (error.code ?? 'EUNKNOWN');
  if (accountCodes.has(error.code ?? '')) return { type: 'account', code, reply };
  if (error.responseCode && error.responseCode !== CLOSING) {
    if (error.responseCode >= 500)
      return {
        type: error.responseCode === 530 || error.responseCode === 535 ? 'account' : 'refused',
        code,
        reply,
      };
    return { type: 'temporary', code, reply };
  }
  if (error.code === 'EENVELOPE' && !error.responseCode) return { type: 'refused', code, reply };
  // 421 as the answer to the message itself says that it was not taken; a silent end says nothing.
  if (error.responseCode === CLOSING || !handedOver) return { type: 'temporary', code, reply };
  return { type: 'inDoubt', code, reply };
}
