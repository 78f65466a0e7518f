import type { Observation, Refusal, TroubleCause } from '../core/index.js';

/** There is no connection, and it was not the server: what the account or its settings lack. Thrown by whoever gives the settings. */
export class CannotConnect extends Error {
  constructor(
    readonly trouble: TroubleCause,
    message: string,
    /** It may pass by itself: nobody has to act. */
    readonly passes = false,
  ) {
    super(message);
    this.name = 'CannotConnect';
  }
}

/** What imapflow hangs on its errors. */
interface ImapError {
  readonly message?: string;
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly responseStatus?: string;
  readonly responseText?: string;
  readonly serverResponseCode?: string;
  /** What the server said when it ended the connection. */
  readonly reason?: string;
  readonly tlsFailed?: boolean;
  /** The server's text, of a refused sign-in. */
  readonly response?: unknown;
}

/** RFC 5530, by what can be done about it. */
const byCode: Readonly<Record<string, Refusal>> = {
  UNAVAILABLE: 'unavailable',
  INUSE: 'unavailable',
  LIMIT: 'unavailable',
  SERVERBUG: 'unavailable',
  CONTACTADMIN: 'unavailable',
  AUTHENTICATIONFAILED: 'signIn',
  AUTHORIZATIONFAILED: 'signIn',
  EXPIRED: 'signIn',
  NONEXISTENT: 'folder',
  NOPERM: 'folder',
  TRYCREATE: 'folder',
  OVERQUOTA: 'quota',
  ALREADYEXISTS: 'alreadyThere',
};
const busy = /too many|throttl|try again|temporar|unavailable|limit|not connected/i;
const switchedOff =
  /(?:imap|basic auth\w*|password\b.{0,20}sign-?in|account)\b.{0,40}\b(?:disabled|not enabled|blocked|deaktiviert|switched off)|application-specific password|app(?:lication)? password|web ?login required/i;

/** What Node says of a certificate that it does not accept. */
const certificate =
  /^(?:CERT_|ERR_TLS_CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:VERIFY|GET)_)/;
const encryption = /^(?:ERR_SSL_|EPROTO|STARTTLS_INJECTION|ClosedAfterConnectTLS)/;
const byConnection: Readonly<Record<string, TroubleCause>> = {
  ENOTFOUND: 'hostUnknown',
  EAI_NODATA: 'hostUnknown',
  ECONNREFUSED: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EAI_AGAIN: 'unreachable',
  CONNECT_TIMEOUT: 'unreachable',
  GREETING_TIMEOUT: 'silent',
  UPGRADE_TIMEOUT: 'silent',
  ETIMEOUT: 'silent',
};

/** What has gone wrong, as the core sees it: the server said no, or nobody said anything any more. */
export function troubleOf(error: unknown, chance: number): Observation {
  if (error instanceof CannotConnect) return withoutServer(error, chance);
  const seen = error as ImapError;
  const name = seen.code ?? '';
  const words = seen.responseText ?? textOf(seen.response) ?? seen.message ?? String(error);
  if (certificate.test(name)) return forPerson('certificate', words);
  if (encryption.test(name) || seen.tlsFailed) return forPerson('encryption', words);
  if (seen.reason && busy.test(seen.reason))
    return { saw: 'refused', refusal: 'unavailable', reply: seen.reason };
  const isRefusal =
    seen.responseStatus === 'NO' || seen.responseStatus === 'BAD' || seen.authenticationFailed === true;
  if (!isRefusal) return lost(seen, words, chance);
  const code = seen.serverResponseCode?.toUpperCase() ?? '';
  const known = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  const refusal = known ?? refusalBy(seen, words);
  const isOff = refusal === 'signIn' && switchedOff.test(words);
  return { saw: 'refused', refusal, reply: words, ...(isOff && { cause: 'signInOff' }) };
}

const forPerson = (cause: TroubleCause, reply: string): Observation => ({
  saw: 'refused',
  refusal: 'person',
  cause,
  reply,
});

const withoutServer = ({ trouble, message, passes }: CannotConnect, chance: number): Observation =>
  passes ? { saw: 'lost', why: message, chance, cause: trouble } : forPerson(trouble, message);

function lost(seen: ImapError, words: string, chance: number): Observation {
  const { code = '', reason } = seen;
  const cause = Object.hasOwn(byConnection, code) ? byConnection[code] : undefined;
  return { saw: 'lost', why: reason ?? (code || words), chance, ...(cause && { cause }) };
}

/** A server that is busy may call it a failed sign-in; its text says what it means. */
function refusalBy({ authenticationFailed }: ImapError, reply: string): Refusal {
  if (busy.test(reply)) return 'unavailable';
  return authenticationFailed ? 'signIn' : 'other';
}

const textOf = (response: unknown): string | undefined =>
  typeof response === 'string' && response !== '' ? response : undefined;
