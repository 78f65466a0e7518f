/** Lines of a message, as they come over the wire. */
export const message = (...lines: readonly string[]): string => lines.join('\r\n');

const returned = (id: string, to: string) => [
  `Message-ID: ${id}`,
  'From: Sunday <studio-sunday@mail.test>',
  `To: Mara <${to}>`,
  'Subject: About your session',
  'Date: Sat, 12 Jun 2027 10:00:00 +0000',
  '',
  'Hello Mara,',
];

interface Status {
  readonly id?: string;
  readonly to?: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
}

/** RFC 3464, as Postfix writes it. */
export const statusReport = ({
  id = '<one@mail.test>',
  to = 'mara@clients.test',
  action = 'failed',
  status = '5.1.1',
  diagnostic = `smtp; 550 5.1.1 <${to}>: Recipient address rejected: User unknown`,
}: Status = {}): string =>
  message(
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.clients.test>',
    'Subject: Undelivered Mail Returned to Sender',
    'To: studio-sunday@mail.test',
    'Message-ID: <bounce@mx.clients.test>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="A.1/mx.clients.test"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--A.1/mx.clients.test',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I’m sorry to have to inform you that your message could not be delivered.',
    '',
    '--A.1/mx.clients.test',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.clients.test',
    'X-Postfix-Queue-ID: 4XyZ1k2Fz9',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Original-Recipient: rfc822;${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    '',
    '--A.1/mx.clients.test',
    'Content-Type: message/rfc822',
    '',
    ...returned(id, to),
    '',
    '--A.1/mx.clients.test--',
    '',
  );

/** RFC 5965, as a provider's feedback loop writes it. */
export const feedbackReport = (kind = 'abuse', id = '<one@mail.test>', to = 'mara@clients.test'): string =>
  message(
    'From: <feedback@provider.test>',
    'Subject: complaint about message from 192.0.2.1',
    'To: abuse@mail.test',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=b1',
    '',
    '--b1',
    'Content-Type: text/plain',
    '',
    'This is an email abuse report.',
    '--b1',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${kind}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    `Original-Rcpt-To: <${to}>`,
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    ...returned(id, to).slice(0, 5),
    '',
    '--b1--',
    '',
  );

/** A server without a form, as qmail writes it. */
export const plainBounce = (reason: string, to = 'mara@clients.test'): string =>
  message(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.clients.test',
    'To: studio-sunday@mail.test',
    'Subject: failure notice',
    '',
    'Hi. This is the qmail-send program at mx.clients.test.',
    'I’m afraid I wasn’t able to deliver your message to the following addresses.',
    '',
    `<${to}>:`,
    reason,
    '',
    '--- Below this line is a copy of the message.',
    '',
    ...returned('<one@mail.test>', to),
    '',
  );
