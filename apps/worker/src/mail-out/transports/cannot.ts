import type { AccountCause, SendOutcome } from '@cueline/email/smtp';

/** No mail server was called: the account cannot be used as it is. */
export const cannot = (cause: AccountCause, reply: string): SendOutcome => ({
  type: 'account',
  cause,
  code: cause,
  reply,
  handedOver: false,
});
