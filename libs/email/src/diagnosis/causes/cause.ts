/** What only a mailbox can meet. */
export const inboxCauses = ['notConnected', 'noInbox'] as const;
export type InboxCause = (typeof inboxCauses)[number];
/** What can be wrong with an account, one card for each. */
export const diagnosisCauses = [
  'hostUnknown',
  'nameServers',
  'hostRefused',
  'noAnswer',
  'noAnswerOtherPort',
  'otherEncryption',
  'notMailServer',
  'droppedUs',
  'noEncryption',
  'certificateName',
  'certificateExpired',
  'certificateUntrusted',
  'encryptionFailed',
  'altered',
  'noSignIn',
  'userName',
  'password',
  'appPassword',
  'switchedOff',
  'signInOff',
  'signInExpired',
  'busy',
  'limit',
  'suspended',
  'reputation',
  'serverRefuses',
  'sender',
  'senderLetters',
  'relayDenied',
  'ownAddress',
  'domainSetup',
  'testMail',
  'unknown',
  ...inboxCauses,
] as const;
export type DiagnosisCause = (typeof diagnosisCauses)[number];

/** The setting that a card is about. */
export type AccountField = 'address' | 'host' | 'port' | 'security' | 'user' | 'password';

/** A cause with the setting to change and what to change it to, where that is known. */
export interface Diagnosis {
  readonly cause: DiagnosisCause;
  readonly field?: AccountField;
  /** Settings that would help: `port` with its `security`, for one. */
  readonly proposal?: Readonly<Partial<Record<AccountField, string>>>;
}
