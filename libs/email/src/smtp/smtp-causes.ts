/** The recipient's side refuses it, for good. */
export const recipientCauses = [
  'userUnknown',
  'domainUnknown',
  'mailboxFull',
  'recipientRefuses',
  'addressLetters',
] as const;
/** The message itself is refused, whoever gets it. */
export const messageCauses = ['tooBig', 'content'] as const;
/** The account that sends, its server or its domain: no mail is at fault, and every mail would fare like this one. */
export const accountCauses = [
  'signIn',
  'signInOff',
  'appPassword',
  'senderRejected',
  'limit',
  'suspended',
  'reputation',
  'relayDenied',
  'domainSetup',
  'tls',
  'certificate',
  'server',
  'unreachable',
  'notPublic',
  'secret',
  'expired',
] as const;
/** Worth another try later. */
export const temporaryCauses = [
  'greylisted',
  'mailboxBusy',
  'noConnection',
  'busy',
  /** Too much at once, or too fast: every mail of the account would hear the same. */
  'throttled',
  /** The server puts the sign-in off: no verdict on the password (RFC 4954 6). */
  'signInLater',
] as const;

export type RefusedCause = (typeof recipientCauses)[number] | (typeof messageCauses)[number] | 'unexplained';
export type AccountCause = (typeof accountCauses)[number];
export type TemporaryCause = (typeof temporaryCauses)[number];
