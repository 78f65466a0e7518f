/** More is no name of a mail. */
const MOST = 250;

/**
 * How providers say in the answer to DATA what they call a mail. RFC 5321 leaves the text free; each of these is the name that the provider's bounces carry.
 */
const forms: readonly RegExp[] = [
  // Outlook and Exchange: "250 2.0.0 OK <DB7PR01MB4567.eurprd01.prod.exchangelabs.com> [Hostname=...]".
  /(<[^<>\s@]+@[^<>\s@]+>)/,
  // Amazon SES: "250 Ok 0100018f2a3b4c5d-0a1b2c3d-1111-2222-3333-444455556666-000000".
  /\bok ([\da-f]{16}-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}-\d{6})\b/i,
  // Postfix, and whoever follows it: "250 2.0.0 Ok: queued as 4XyZ1k2Fz9". Sendgrid says it the same way.
  /\bqueued as ([\w-]{6,})\b/i,
  // Exim: "250 OK id=1sAbCd-0000Ef-2G".
  /\bid=([\w-]{10,})\b/i,
  // Gmail: "250 2.0.0 OK  1719834000 5b1f17b1804b1-42566a4f1b2si123456.78 - gsmtp".
  /\bok +\d{9,11} ([\w.-]+) - gsmtp\b/i,
];

/** What the provider calls the mail, if its yes says so; a Message-ID comes with its angle brackets. */
export function providerMessageIdIn(reply: string): string | undefined {
  for (const form of forms) {
    const found = form.exec(reply)?.[1];
    if (found) return found.length <= MOST ? found : undefined;
  }
  return undefined;
}
