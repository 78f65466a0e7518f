import type { Reason, ReasonCode } from '@cueline/workflows';
import type { Hold, OpenSend, SendPurpose, SendRecord } from '@cueline/database';
import type { RunContext } from '../../engine/record-context/run-context.repository.js';
import type { AccountMatter } from './account/account-matter.js';
import type { PlatformMail } from './account/platform-mail.js';
import type { Prepared, PreparedOr } from './prepare.js';

/** What mails are for. Those about accounts belong to people, also of no studio: they have no row in the ledger. */
export type MailPurpose = SendPurpose | 'account';

/** A mail that is in the ledger, and the facts of this moment. */
export interface LedgerMail {
  readonly send: Pick<OpenSend, 'id' | 'studioId' | 'key' | 'stepId' | 'visit' | 'approvalId' | 'toAddress'>;
  readonly context: RunContext;
}

/** A mail in the ledger whose text is there: a person wrote it, had it sent as a test, or it came in and is passed on. */
export interface HandWrittenMail {
  readonly send: Pick<
    OpenSend,
    'id' | 'studioId' | 'key' | 'approvalId' | 'toAddress' | 'messageId' | 'isReleased'
  >;
}

/** Ready to leave, or why it does not leave. */
export type Ready =
  | { readonly ok: true; readonly prepared: Prepared }
  | {
      readonly ok: false;
      readonly state: 'failed' | 'suppressed';
      readonly reason: Reason;
    }
  /** A person is asked first. */
  | { readonly ok: false; readonly state: 'held'; readonly record: SendRecord; readonly hold: Hold };

type SourceOf<P extends MailPurpose> = P extends 'byHand' | 'test' | 'forward'
  ? HandWrittenMail
  : P extends SendPurpose
    ? LedgerMail
    : AccountMatter;
type WrittenOf<P extends MailPurpose> = P extends SendPurpose ? Promise<Ready> : PlatformMail;

/** Writes the mails of one purpose, with the facts of the moment in which it is called. */
export interface MailWriter<P extends MailPurpose> {
  write(source: SourceOf<P>): WrittenOf<P>;
}

/** Every mail is written by the writer of its purpose. A purpose without one does not compile. */
export type MailWriters = { readonly [P in MailPurpose]: MailWriter<P> };

export const readyOf = (prepared: PreparedOr): Ready =>
  prepared.ok ? prepared : { ok: false, state: 'failed', reason: prepared.reason };

export const suppressed = (code: ReasonCode): Ready => ({
  ok: false,
  state: 'suppressed',
  reason: { code, params: {} },
});
