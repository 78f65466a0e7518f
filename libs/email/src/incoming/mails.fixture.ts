/** A mail by its lines. */
export const mailOf = (...lines: readonly string[]): string => lines.join('\r\n');

export const head = [
  'From: Mara Lindqvist <mara@example.test>',
  'To: hello@studio.example',
  'Subject: Our Saturday',
  'Message-ID: <one@example.test>',
  'Date: Tue, 8 Jun 2027 12:31:00 +0200',
  'MIME-Version: 1.0',
];

export const multipart = (kind: string, boundary: string, ...parts: readonly string[]): string =>
  mailOf(
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, part]),
    `--${boundary}--`,
    '',
  );
export const part = (type: string, body: string, ...fields: readonly string[]): string =>
  mailOf(`Content-Type: ${type}`, ...fields, '', body);

/** As the octets of UTF-8, one character each. */
export const binary = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Small mails that are large to read, or that some reader fell over. Each is named after what it does. */
export const bombs: Readonly<Record<string, () => string>> = {
  'parts without end': () =>
    mailOf(...head, 'Content-Type: multipart/mixed; boundary=b', '', '--b\r\n\r\nx\r\n'.repeat(100_000)),
  'a delimiter on each line': () =>
    mailOf(...head, 'Content-Type: multipart/mixed; boundary=b', '', '--b\r\n'.repeat(1_000_000)),
  'multiparts in multiparts': () => mailOf(...head, ...nested(50_000)),
  'multiparts of one boundary': () =>
    mailOf(
      ...head,
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(20_000)}`,
    ),
  'a header of 10 MB': () => mailOf(...head, `X-Long: ${'a'.repeat(10_000_000)}`, '', 'x'),
  'a million header fields': () => mailOf(...head, 'X: y\r\n'.repeat(1_000_000)),
  'a header that never ends': () => mailOf(...head, ' folded\r\n'.repeat(500_000)),
  'a body of 70 MB': () => mailOf(...head, '', 'a'.repeat(70_000_000)),
};

function nested(depth: number): readonly string[] {
  return Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`,
  );
}

/** Mails that are large in one thing, and are read all the same. */
export const heavy: Readonly<Record<string, () => string>> = {
  'a subject of encoded words': () =>
    mailOf('From: a@b.test', `Subject: ${'=?utf-8?Q?a?= '.repeat(7_000)}`, '', 'x'),
  'a subject of broken words': () =>
    mailOf('From: a@b.test', `Subject: ${'=?utf-8?Q?'.repeat(9_000)}`, '', 'x'),
  'ten thousand recipients': () =>
    mailOf('From: a@b.test', `To: ${'"A, B" <a@b.test>, '.repeat(10_000)}`, '', 'x'),
  'brackets in a recipient': () =>
    mailOf('From: a@b.test', `To: ${'<'.repeat(50_000)}${'('.repeat(40_000)}`, '', 'x'),
  'quotes in a recipient': () => mailOf('From: a@b.test', `To: ${'"\\'.repeat(50_000)}`, '', 'x'),
  'references without end': () =>
    mailOf('From: a@b.test', `References: ${'<a@b.test>'.repeat(10_000)}`, '', 'x'),
  'HTML of brackets alone': () => mailOf(...head, 'Content-Type: text/html', '', '<'.repeat(2_000_000)),
  'HTML a hundred thousand deep': () =>
    mailOf(...head, 'Content-Type: text/html', '', '<div>'.repeat(100_000)),
  'a text of line ends': () => mailOf(...head, '', '\n'.repeat(2_000_000)),
  'flowed lines': () =>
    mailOf(...head, 'Content-Type: text/plain; format=flowed', '', 'a \r\n'.repeat(500_000)),
  'quoted flowed lines': () =>
    mailOf(...head, 'Content-Type: text/plain; format=flowed', '', `${'>'.repeat(900)} a \r\n`.repeat(2_000)),
  'an attachment of 40 MB': () =>
    mailOf(
      ...head,
      multipart(
        'mixed',
        'b',
        part(
          'application/pdf',
          `${'QUJD'.repeat(19)}\r\n`.repeat(520_000),
          'Content-Transfer-Encoding: base64',
        ),
      ),
    ),
  'a calendar of colons': () =>
    mailOf(
      ...head,
      part(
        'text/calendar',
        `BEGIN:VCALENDAR\r\nATTENDEE;PARTSTAT="${'x'.repeat(100_000)}\r\n${'ATTENDEE;"'.repeat(20_000)}`,
      ),
    ),
  'mails in mails': () =>
    mailOf(...head, ...Array.from({ length: 5_000 }, () => 'Content-Type: message/rfc822\r\n'), '', 'x'),
  'an uuencoded text': () =>
    mailOf(
      ...head,
      'Content-Transfer-Encoding: x-uuencode',
      '',
      'begin 644 a',
      `${'M'.repeat(61)}\r\n`.repeat(50_000),
    ),
};
