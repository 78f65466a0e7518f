import type { MailboxMirror } from '@cueline/database';

/** What one write changes, in its transaction. */
export type Changes = Parameters<Parameters<MailboxMirror['commit']>[1]>[0];
