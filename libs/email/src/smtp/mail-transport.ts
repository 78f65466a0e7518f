export interface Envelope {
  readonly from: string;
  readonly to: string;
}

export interface Delivery {
  readonly envelope: Envelope;
  readonly message: Buffer;
  /**
   * Asked when the server waits for the message (its 354) and before the first byte leaves. False calls the delivery off; from true on the
   * server may have the mail.
   */
  onHandOver(): Promise<boolean>;
}

/** What became of a delivery. `reply` is the server's own words. */
export type SendOutcome =
  | { readonly type: 'accepted'; readonly reply: string }
  /** Not taken, and worth another try later. */
  | { readonly type: 'temporary'; readonly code: string; readonly reply: string }
  /** Not taken, and never will be. */
  | { readonly type: 'refused'; readonly code: string; readonly reply: string }
  /** The account itself does not work; the mail is not at fault. */
  | { readonly type: 'account'; readonly code: string; readonly reply: string }
  /** The link broke between the message and the server's reply: nobody can tell (RFC 1047). */
  | { readonly type: 'inDoubt'; readonly code: string; readonly reply: string }
  /** onHandOver said no. */
  | { readonly type: 'calledOff' };

/** Puts mails on the wire through one sender account. */
export interface MailTransport {
  deliver(delivery: Delivery): Promise<SendOutcome>;
  close(): void;
}
