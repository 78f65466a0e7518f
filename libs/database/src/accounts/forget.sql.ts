import { instant } from '../client/columns.js';
import { statement } from '../client/statement.js';

const forgetting = (name: string, sql: string) => statement({ name, params: { now: instant }, sql });

/** What nobody needs any more: mails and invitations after a month, links to set a password after a day, sessions at once. */
export const forgetAccounts = [
  forgetting(
    'forget-resets',
    `DELETE FROM password_resets WHERE expires_at < :now::timestamptz - interval '1 day'`,
  ),
  forgetting(
    'forget-account-mails',
    `DELETE FROM account_mails WHERE settled_at < :now::timestamptz - interval '30 days'`,
  ),
  forgetting(
    'forget-invitations',
    `DELETE FROM invitations WHERE COALESCE(ended_at, expires_at) < :now::timestamptz - interval '30 days'`,
  ),
  forgetting('forget-sessions', 'DELETE FROM auth_sessions WHERE expires_at < :now::timestamptz'),
] as const;
