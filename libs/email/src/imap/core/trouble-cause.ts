/** Why a mailbox cannot be read, as far as the server or the way to it says so. A person reads each with what to do about it. */
export const troubleCauses = [
  /** It does not know this user with this secret. */
  'signIn',
  /** Signing in by password, or IMAP itself, is switched off for this account. */
  'signInOff',
  /** The permission that was given at the provider has ended. */
  'expired',
  /** The sealed secret cannot be opened. */
  'secret',
  /** The host leads to an address that may not be called. */
  'notPublic',
  'certificate',
  /** The server encrypts in another way than the settings say, or not at all. */
  'encryption',
  'hostUnknown',
  'unreachable',
  /** It took the connection and says nothing. */
  'silent',
  /** It ended the connection. */
  'dropped',
  /** It has too much to do, or we ask too much of it. */
  'busy',
  /** It says no, and not why. */
  'server',
] as const;
export type TroubleCause = (typeof troubleCauses)[number];
