import type { AccountCause, RefusedCause, TemporaryCause } from './smtp-causes.js';

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

export interface Delivery {
  readonly envelope: Envelope;
  readonly message: Buffer;
  /**
   * Asked when the server waits for the message (its 354) and before the first byte leaves. False calls the delivery off; from true on the
   * server may have the mail. It has always answered before `deliver` does.
   */
  onHandOver(): Promise<boolean>;
}

interface Failed {
  /** The server's reply code, or the library's where the server said nothing. */
  readonly code: string;
  readonly reply: string;
  /** onHandOver had said yes: what it wrote down is this delivery's to take back. */
  readonly handedOver: boolean;
}

/** What became of a delivery. `reply` is what the server said, fit to be stored. */
export type SendOutcome =
  | {
      readonly type: 'accepted';
      readonly reply: string;
      /** What the provider calls the mail, where its reply says so. */
      readonly providerMessageId?: string | undefined;
    }
  /** Not taken, and worth another try later. */
  | ({ readonly type: 'temporary'; readonly cause: TemporaryCause } & Failed)
  /** Not taken, and never will be: because of its recipient or of itself. */
  | ({ readonly type: 'refused'; readonly cause: RefusedCause } & Failed)
  /** The account, its server or its domain is in the way: the mail is not at fault, and every other one would fare like it. */
  | ({ readonly type: 'account'; readonly cause: AccountCause } & Failed)
  /** The link broke between the message and the server's reply: nobody can tell (RFC 1047). */
  | ({ readonly type: 'inDoubt' } & Failed)
  /** onHandOver said no, or so late that another may have been told yes since. */
  | { readonly type: 'calledOff' };

/** Puts mails on the wire through one sender account. */
export interface MailTransport {
  deliver(delivery: Delivery): Promise<SendOutcome>;
  /** Signs in and sends nothing. Accepted: the account works, as far as that can tell. Absent where only a mail can. */
  check?(): Promise<SendOutcome>;
  close(): void;
}
