/** What one receiver takes on. A mail server that is told to come again does so for days. */
export const receiverLimits = {
  /** Of one mail: what providers send, 25 MB of files as base64, with room. */
  octets: 40_000_000,
  /** Of all mails that are under way at the same moment. */
  octetsUnderWay: 200_000_000,
  clients: 100,
  clientsOfOneAddress: 10,
  recipients: 20,
  /** Of one address in a minute; a recipient that is refused counts, too. */
  mailsInMinute: 60,
  recipientsInMinute: 200,
  /** Servers that a mail passed: more is a circle. */
  hops: 30,
  idleMs: 60_000,
  /** For who is in the middle of a mail when the receiver stops. */
  closeMs: 3_000,
} as const;
