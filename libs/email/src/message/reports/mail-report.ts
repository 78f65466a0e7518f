/**
 * What a mail that came back says of its address. `hard`: it does not work, and will not. `soft`: it did not work this time, which tells something once it happens again
 * and again. `none`: the mailbox is full, or it is about the message, or about who sent it.
 */
export type BounceKind = 'hard' | 'soft' | 'none';

/** What a report says of one recipient. */
export interface ReportedRecipient {
  readonly address: string;
  readonly kind: BounceKind;
  /** RFC 3463: `5.1.1`; empty where nothing was said. */
  readonly status: string;
  /** The server's own words, on one line. */
  readonly detail: string;
}

/** What a mail server, or a reader's provider, says of a mail that was sent. */
export interface MailReport {
  readonly type: 'bounced' | 'delayed' | 'delivered' | 'complained';
  /** How it was recognized: RFC 3464, RFC 5965, or by sender, subject and text. */
  readonly form: 'status' | 'feedback' | 'text';
  /** What the mail is called: Message-IDs with their angle brackets, and names that servers gave it. */
  readonly messageIds: readonly string[];
  /** What may be tags of return paths, whoever made them. */
  readonly returnTags: readonly string[];
  readonly recipients: readonly ReportedRecipient[];
}

/** As one form says it, without what all forms have alike. */
export type ReadReport = Omit<MailReport, 'returnTags'>;
