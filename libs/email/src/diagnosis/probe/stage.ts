const connecting = ['dns', 'tcp', 'greeting', 'tls', 'capabilities', 'signIn'] as const;
/** In the order in which a connection passes them. */
export const probeStages = {
  smtp: [...connecting, 'sender', 'testMail'],
  imap: [...connecting, 'folders', 'inbox'],
} as const;
export type MailProtocol = keyof typeof probeStages;
export type ProbeStage = (typeof probeStages)[MailProtocol][number];

/** What a stage saw, by name: an address, the certificate's dates, what the server offers. */
export type Seen = Readonly<Record<string, string>>;

export interface StageResult {
  readonly stage: ProbeStage;
  readonly result: 'ok' | 'failed' | 'skipped';
  readonly ms: number;
  readonly seen: Seen;
}

/** Why a stage failed, with all that tells one cause from another. */
export interface Failure {
  readonly stage: ProbeStage;
  /** A code of the system or TLS (ENOTFOUND, CERT_HAS_EXPIRED), or one of `protocolFaults`. */
  readonly code: string;
  /** The server's reply, or what the system said, on one line. */
  readonly said: string;
  /** Where the server answered: 535, 550, ... */
  readonly replyCode: number | undefined;
  readonly facts: Facts;
}

export type ProtocolFault =
  /** No answer within the stage's limit. */
  | 'SILENT'
  /** The connection ended. */
  | 'CLOSED'
  /** What came is no SMTP, or no IMAP. */
  | 'NOTSMTP'
  | 'NOTIMAP'
  /** Plain text arrived after STARTTLS and before the handshake (CVE-2011-0411 and its kin). */
  | 'INJECTED'
  /** The server said no. */
  | 'REPLY'
  /** STARTTLS is not offered, so a password would travel in the clear. */
  | 'NOTLS'
  /** None of the ways to sign in that we know is offered. */
  | 'NOAUTH'
  /** The provider gives no token for the account any more. */
  | 'NOTOKEN'
  /** Letters beyond ASCII in the address, and no SMTPUTF8. */
  | 'NOUTF8';

export interface Facts {
  /** Another port of the same host that greets as a mail server does. */
  readonly otherPort?: { readonly port: number; readonly security: 'tls' | 'starttls' };
  /** This port speaks the other kind of encryption. */
  readonly speaks?: 'tls' | 'starttls';
  readonly certificate?: Certificate;
  /** What an IMAP server says for programs (RFC 5530). */
  readonly responseCode?: string;
  /** SASL mechanisms of the server. */
  readonly offered?: readonly string[];
  /** Which half of the envelope was refused. */
  readonly command?: 'MAIL' | 'RCPT';
}

export interface Certificate {
  readonly names: readonly string[];
  readonly issuer: string;
  /** ISO 8601. */
  readonly validFrom: string;
  readonly validTo: string;
}

export class StageError extends Error {
  constructor(
    readonly code: string,
    readonly said: string,
    readonly replyCode?: number,
    readonly facts: Facts = {},
  ) {
    super(said || code);
  }
}

export const fault = (code: ProtocolFault, said = '', replyCode?: number, facts?: Facts) =>
  new StageError(code, said, replyCode, facts);
