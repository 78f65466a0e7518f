import type { SendOutcome } from './mail-transport.js';
import { cleanReply, replyOf, type Reply } from './reply.js';
import { accountLater, beforeMail, signInWanted, verdictOf, type Stage } from './rules.js';
import { greylisted, tooFast } from './reply-texts.js';
import type { AccountCause, TemporaryCause } from './smtp-causes.js';

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
/** The library's own codes that are about the account. */
const accountCodes: Readonly<Record<string, AccountCause>> = {
  EAUTH: 'signIn',
  ENOAUTH: 'signIn',
  EOAUTH2: 'signIn',
  ETLS: 'tls',
  EREQUIRETLS: 'tls',
  EDNS: 'server',
  ECONFIG: 'server',
  EPROXY: 'server',
  EADDRESS: 'notPublic',
};

/** A password that has to be changed first (RFC 4954 6): a 4xx that no time cures. */
const NEW_PASSWORD = 432;
/** Where a 4xx is about the moment: STARTTLS (RFC 3207 4), and the sign-in (454, RFC 4954 6). */
const putOffAt = new Set(['ETLS', 'EAUTH', 'ENOAUTH']);

/** What Node says of a certificate that it does not accept. */
const certificate =
  /certificate(?:'s| is| has|.*(?:expired|not yet valid|altnames))|self[- ]signed|unable to (?:verify|get)/i;

export interface Progress {
  /** onHandOver had said yes. */
  readonly handedOver: boolean;
  /** Something of the message was given to the connection: its last byte may have arrived. */
  readonly left: boolean;
}

/**
 * What a failed delivery means. The server's reply decides first, by where in the conversation it came, its codes and its words; where there is none, the
 * library's own code, and whether the message was already on its way.
 */
export function classify(error: SmtpError, { handedOver, left }: Progress): SendOutcome {
  const { responseCode, code: libraryCode = 'EUNKNOWN', command = '' } = error;
  const said = error.response ?? error.message;
  const failed = {
    code: responseCode ? String(responseCode) : libraryCode,
    reply: cleanReply(said),
    handedOver,
  };
  const reply = replyOf(said, responseCode);
  const stage = stageOf(command, libraryCode, left);
  const isBadCertificate = responseCode === undefined && !left && certificate.test(said);
  const ours = isBadCertificate ? 'certificate' : accountCodes[libraryCode];
  // A certificate that fits nobody is not about the moment.
  const isPutOff =
    responseCode !== undefined &&
    (responseCode === CLOSING ||
      (responseCode < 500 && putOffAt.has(libraryCode) && responseCode !== NEW_PASSWORD));
  if (ours && !isPutOff && !left) {
    const cause = responseCode && responseCode >= 500 ? beforeMail('signIn', reply) : ours;
    return { type: 'account', cause: ours === 'signIn' ? cause : ours, ...failed };
  }
  if (responseCode && responseCode >= 500) {
    if (signIn.has(responseCode)) return { type: 'account', cause: signInWanted(reply), ...failed };
    if (stage === 'greeting' || stage === 'signIn')
      return { type: 'account', cause: beforeMail(stage, reply), ...failed };
    return { ...verdictOf(stage, reply), ...failed };
  }
  // A 4xx, 421 too, as the answer to the message itself says that it was not taken; a silent end says nothing.
  if (responseCode && responseCode >= 400) {
    const cause = accountLater(reply);
    return cause
      ? { type: 'account', cause, ...failed }
      : { type: 'temporary', cause: laterCause(stage, reply), ...failed };
  }
  if (left) return { type: 'inDoubt', ...failed };
  // The library's own verdict on the addresses. What a server says without a code is no verdict of anybody's.
  if (libraryCode === 'EENVELOPE' && !responseCode && error.response === undefined)
    return { type: 'refused', cause: 'userUnknown', ...failed };
  return { type: 'temporary', cause: stage === 'greeting' ? 'noConnection' : 'busy', ...failed };
}

/** Before MAIL FROM the server has heard of no mail that it could refuse. */
function stageOf(command: string, libraryCode: string, left: boolean): Stage {
  if (left) return 'dot';
  if (/^MAIL/i.test(command)) return 'mail';
  if (/^RCPT/i.test(command)) return 'rcpt';
  if (/^DATA/i.test(command)) return 'data';
  if (/^AUTH/i.test(command) || libraryCode === 'EAUTH') return 'signIn';
  return 'greeting';
}

function laterCause(stage: Stage, { enhanced, text }: Reply): TemporaryCause {
  const isOfMailbox = /^4\.2\./.test(enhanced);
  if (tooFast.test(text) && !isOfMailbox) return 'throttled';
  if (stage === 'greeting') return 'noConnection';
  if (stage === 'signIn') return 'signInLater';
  if (greylisted.test(text)) return 'greylisted';
  return isOfMailbox ? 'mailboxBusy' : 'busy';
}
