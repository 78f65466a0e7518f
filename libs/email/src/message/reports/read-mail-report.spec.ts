import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../../cpu-clock.fixture.js';
import { parseMail, readMailReport, taggedReturnPath, unsubscribeRequestIn } from './index.js';
import { feedbackReport, message, plainBounce, statusReport } from './samples.fixture.js';

/** As the octets of UTF-8. */
const read = (source: string) => readMailReport(parseMail(Buffer.from(source, 'utf8').toString('latin1')));

describe('a report with a form', () => {
  it('says which mail came back, from whom, for good or not, and in which words', () => {
    expect(read(statusReport())).toEqual({
      type: 'bounced',
      form: 'status',
      messageIds: ['<one@mail.test>', '4XyZ1k2Fz9'],
      returnTags: [],
      recipients: [
        {
          address: 'mara@clients.test',
          kind: 'hard',
          status: '5.1.1',
          detail: '550 5.1.1 <mara@clients.test>: Recipient address rejected: User unknown',
        },
      ],
    });
  });

  it.each([
    ['failed', '5.1.1', 'smtp; 550 5.1.1 no such user', 'bounced', 'hard'],
    ['failed', '5.1.2', 'dns; Host or domain name not found', 'bounced', 'hard'],
    ['failed', '4.4.7', 'smtp; 450 4.4.7 message expired', 'bounced', 'soft'],
    ['failed', '4.4.1', 'smtp; connect to mx.clients.test: Connection timed out', 'bounced', 'soft'],
    ['failed', '4.1.1', 'smtp; 450 4.1.1 user unknown in local table, try later', 'bounced', 'soft'],
    ['failed', '4.3.2', 'smtp; 451 4.3.2 system not accepting network messages', 'bounced', 'soft'],
    ['failed', '5.5.0', 'smtp; 550 5.5.0 transaction failed', 'bounced', 'soft'],
    ['failed', '5.2.2', 'smtp; 552 5.2.2 mailbox full', 'bounced', 'none'],
    ['failed', '4.2.2', 'smtp; 452 4.2.2 try later', 'bounced', 'none'],
    ['failed', '5.1.1', 'smtp; 552 5.2.2 Over quota', 'bounced', 'none'],
    ['failed', '4.7.1', 'smtp; 451 4.7.1 Greylisted, come back later', 'bounced', 'none'],
    ['failed', '4.5.0', 'smtp; 451 greylisting in action, try again in 300 seconds', 'bounced', 'none'],
    ['failed', '5.6.0', 'smtp; 554 5.6.0 cannot convert', 'bounced', 'none'],
    ['failed', '5.3.4', 'smtp; 552 5.3.4 message too big', 'bounced', 'none'],
    ['failed', '5.0.0', 'smtp; 554 message looks like spam', 'bounced', 'none'],
    ['failed', '5.7.1', 'smtp; 554 5.7.1 blocked using spamhaus', 'bounced', 'none'],
    ['failed', '5.7.26', 'smtp; 550 5.7.26 unauthenticated mail, SPF did not pass', 'bounced', 'none'],
    ['failed', '5.7.0', 'smtp; 550 5.7.0 delivery not authorized', 'bounced', 'none'],
    ['failed', '5.4.5', 'smtp; 550 5.4.5 Daily user sending limit exceeded', 'bounced', 'none'],
    [
      'failed',
      '5.7.1',
      'smtp; 554 5.7.1 <a@b.test>: Recipient address rejected: Access denied',
      'bounced',
      'none',
    ],
    ['failed', '', '', 'bounced', 'none'],
    ['delayed', '4.4.1', 'smtp; connect to mx.clients.test: timed out', 'delayed', 'soft'],
    ['delivered', '2.1.5', 'smtp; 250 2.1.5 OK', 'delivered', 'none'],
    ['relayed', '2.0.0', 'smtp; 250 OK', 'delivered', 'none'],
    ['', '4.4.1', '', 'delayed', 'soft'],
  ])('%s %s, %s: %s, and of the address it says: %s', (action, status, diagnostic, type, kind) => {
    expect(read(statusReport({ action, status, diagnostic }))).toMatchObject({
      type,
      recipients: [{ kind }],
    });
  });

  it('reads addresses beyond ASCII (RFC 6533)', () => {
    const report = statusReport()
      .replace(/rfc822; ?mara/g, 'utf-8; m\\x{E4}ra')
      .replace('message/delivery-status', 'message/global-delivery-status');
    expect(read(report)?.recipients[0]?.address).toBe('mära@clients.test');
  });

  it.each([
    ['abuse', 'complained'],
    ['opt-out', 'complained'],
    ['not-spam', undefined],
    ['auth-failure', undefined],
  ])('a feedback report of the type %s is %s', (kind, type) => {
    const report = read(feedbackReport(kind));
    expect(report?.type).toBe(type);
    if (report)
      expect(report).toMatchObject({
        messageIds: ['<one@mail.test>'],
        recipients: [{ address: 'mara@clients.test' }],
      });
  });
});

describe('a bounce without a form', () => {
  it.each([
    ['550 5.1.1 <mara@clients.test>: no such user here', 'hard'],
    ['Sorry, no mailbox here by that name. (#5.1.1)', 'hard'],
    ['550 5.2.2 mailbox full', 'none'],
    ['Sorry, I wasn’t able to establish an SMTP connection. (#4.4.1)', 'soft'],
    ['Remote host said: 554 5.7.1 message looks like spam', 'none'],
  ])('is known by who writes and what is said: %s', (reason, kind) => {
    expect(read(plainBounce(reason))).toMatchObject({
      type: 'bounced',
      form: 'text',
      messageIds: ['<one@mail.test>'],
      recipients: [{ address: 'mara@clients.test', kind }],
    });
  });

  it('is known by the address that a server names in a header', () => {
    const bounce = plainBounce('unknown user').replace(
      'Return-Path',
      'X-Failed-Recipients: jo@clients.test\r\nReturn-Path',
    );
    expect(read(bounce)?.recipients).toMatchObject([{ address: 'jo@clients.test' }]);
  });

  it('that only says that a mail is late is a delay', () => {
    const late = plainBounce('Delivery has been delayed.').replace(
      'failure notice',
      'Warning: message delayed 4 hours',
    );
    expect(read(late)?.type).toBe('delayed');
  });
});

describe('the address that a mail comes back to', () => {
  const tag = '0123456789abcdef01234567';
  it.each(['+', '-', '='] as const)(
    'names the mail, whatever letters a server writes it in: %s',
    (delimiter) => {
      const address = taggedReturnPath('studio-a@mail.test', delimiter, tag);
      expect(address).toBe(`studio-a${delimiter}${tag}@mail.test`);
      for (const [field, value] of [
        ['To', `<${address}>`],
        ['X-Original-To', address.toUpperCase()],
        ['Delivered-To', address],
      ])
        expect(
          read(plainBounce('unknown user').replace('Return-Path', `${field}: ${value}\r\nReturn-Path`)),
        ).toMatchObject({ type: 'bounced', returnTags: [tag] });
    },
  );

  it('is read where the returned mail quotes it, too', () => {
    const quoted = plainBounce('unknown user').replace(
      'Message-ID: <one',
      `Return-Path: <a+${tag}@mail.test>\r\nMessage-ID: <one`,
    );
    expect(read(quoted)?.returnTags).toEqual([tag]);
  });

  it('has no tag where it would be longer than an address may be', () => {
    const long = `studio-${'a'.repeat(33)}@mail.test`;
    expect(taggedReturnPath(long, '+', tag)).toBe(long);
    expect(taggedReturnPath(long.slice(1), '+', tag)).toBe(`${long.slice(1, 40)}+${tag}@mail.test`);
  });
});

describe('other mail', () => {
  it.each([
    [
      'a person who writes of a bounce',
      ['From: Mara <mara@clients.test>', 'Subject: Your mail bounced', '', 'It said 550 5.1.1 user unknown.'],
    ],
    [
      'an absence',
      [
        'From: Mara <mara@clients.test>',
        'Return-Path: <>',
        'Auto-Submitted: auto-replied',
        'Subject: Out of office',
        '',
        'I am away until 5.1.1.',
      ],
    ],
    [
      'an answer',
      [
        'From: Mara <mara@clients.test>',
        'In-Reply-To: <one@mail.test>',
        'Subject: Re: About your session',
        '',
        'Thank you',
      ],
    ],
    [
      'a newsletter',
      ['From: no-reply@shop.test', 'Subject: Delivery status of your parcel', '', 'It was delivered.'],
    ],
    ['nothing', ['']],
  ])('is no report: %s', (_, lines) => expect(read(message(...lines))).toBeUndefined());

  it('asks to unsubscribe by its subject', () => {
    const token = 'a-_9'.repeat(21) + 'xy';
    const tokenIn = (subject: string) =>
      unsubscribeRequestIn(parseMail(message(`Subject: ${subject}`, '', '')));
    expect(tokenIn(`unsubscribe ${token}`)).toBe(token);
    expect(tokenIn(`Re: unsubscribe ${token}`)).toBeUndefined();
    expect(tokenIn('unsubscribe')).toBeUndefined();
  });
});

describe('what strangers send', () => {
  const nested = (depth: number) =>
    Array.from(
      { length: depth },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join('');
  it.each<[string, string]>([
    ['a hundred thousand lines', `Return-Path: <>\r\nFrom: MAILER-DAEMON\r\n\r\n${'\n'.repeat(500_000)}`],
    ['dashes', `From: MAILER-DAEMON\r\nReturn-Path: <>\r\n\r\n${'-'.repeat(500_000)}`],
    ['angle brackets', `From: MAILER-DAEMON\r\nContent-Type: text/html\r\n\r\n${'<style '.repeat(70_000)}`],
    ['at signs', `From: MAILER-DAEMON\r\nReturn-Path: <>\r\n\r\n${'a@'.repeat(250_000)}`],
    ['header lines', `${'From: a\r\n'.repeat(60_000)}\r\n`],
    ['quoted ids', `From: MAILER-DAEMON\r\nReturn-Path: <>\r\n\r\n${'message-id: '.repeat(40_000)}`],
    ['multiparts in multiparts', nested(5_000)],
    ['boundaries', `Content-Type: multipart/report; boundary=a\r\n\r\n${'--a\r\n'.repeat(100_000)}`],
    [
      'statuses',
      statusReport().replace(
        'Reporting-MTA',
        `${'Final-Recipient: rfc822; a@b.test\r\n\r\n'.repeat(20_000)}Reporting-MTA`,
      ),
    ],
    [
      'names of the prototype',
      'Return-Path: <>\r\n__proto__: x\r\nconstructor: y\r\nFrom: MAILER-DAEMON\r\n\r\n550 no',
    ],
  ])('is read in time that its size bounds: %s', (_, source) => {
    const from = cpuClock();
    read(source);
    expect(cpuClock() - from).toBeLessThan(1_000);
  });
});
