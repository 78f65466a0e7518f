/** What a report says of one recipient. */
export interface ReportedRecipient {
  readonly address: string;
  /** The address does not work, and will not: nothing more should be sent there. */
  readonly isHard: boolean;
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
  readonly recipients: readonly ReportedRecipient[];
}
