import type { MailboxView, SmtpAccountView } from '@cueline/database';

/** Where an account signs in, without what it signs in with. */
export const shownServer = ({
  host,
  port,
  security,
  username,
  auth,
  provider,
  credentialId,
}: SmtpAccountView | MailboxView) => ({
  ...{ host, port, security, username, auth, provider },
  hasSecret: credentialId !== null,
});
