import { describe, expect, it } from '@jest/globals';
import { composeMail, type OutgoingMail } from './compose.js';
import { unsubscribeHeaders } from './unsubscribe.js';

const plain: OutgoingMail = {
  from: { name: 'Sunday', address: 'studio@mail.test' },
  to: { name: 'Mara', address: 'mara@clients.test' },
  replyTo: 'hello@studio.test',
  subject: 'About your session',
  html: '<p>Hello</p>',
  text: 'Hello',
  messageId: '<0123@mail.test>',
  date: new Date('2027-06-12T10:00:00Z'),
  headers: { 'Auto-Submitted': 'auto-generated' },
};

/** Ways in which a value may try to be a line, a header or a recipient of its own. */
const hostile = [
  'x\r\nBcc: spy@evil.test',
  'x\nBcc: spy@evil.test',
  'x\rBcc: spy@evil.test',
  'x\r\n\r\n<p>another body</p>',
  'x\u2028Bcc: spy@evil.test',
  'x\u2029Bcc: spy@evil.test',
  'x\u0085Bcc: spy@evil.test',
  'x\u000bBcc: spy@evil.test',
  'x\u0000\r\nBcc: spy@evil.test',
  'x\r\n Bcc: spy@evil.test',
  '=?utf-8?q?x=0D=0ABcc:_spy@evil.test?=',
  '=?utf-8?b?DQpCY2M6IHNweUBldmlsLnRlc3Q=?=',
  'x" <spy@evil.test>, "y',
  'x>, <spy@evil.test',
  'x, spy@evil.test',
  'x; spy@evil.test',
  'group: spy@evil.test;',
  '(spy@evil.test) x',
  'x%0d%0aBcc:%20spy@evil.test',
  `${'long '.repeat(400)}\r\nBcc: spy@evil.test`,
];
/** The same where an address belongs. */
const addresses = hostile.flatMap((text) => [
  `mara@clients.test${text.slice(1)}`,
  `${text}@clients.test`,
  text,
]);

const headerLines = (raw: string): readonly string[] =>
  raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split(/\r\n|\r|\n/);
const namesOf = (raw: string) => headerLines(raw).map((line) => line.slice(0, line.indexOf(':')));
const compose = async (change: Partial<OutgoingMail>) =>
  (await composeMail({ ...plain, ...change })).toString('utf8');

describe('what a field holds', () => {
  const inField: readonly (readonly [string, (text: string) => Partial<OutgoingMail>])[] = [
    ['the sender’s name', (name) => ({ from: { ...plain.from, name } })],
    ['the recipient’s name', (name) => ({ to: { ...plain.to, name } })],
    ['the subject', (subject) => ({ subject })],
    ['a header’s value', (value) => ({ headers: { 'Auto-Submitted': value } })],
  ];
  it.each(inField)('adds no header and no recipient: %s', async (_, change) => {
    const expected = namesOf(await compose({}));
    for (const text of hostile) {
      const raw = await compose(change(text));
      expect([text, namesOf(raw)]).toEqual([text, expected]);
      const to = headerLines(raw).find((line) => line.startsWith('To:'))!;
      expect([text, to.match(/<[^<>]*>/g)]).toEqual([text, ['<mara@clients.test>']]);
    }
  });

  const asAddress: readonly (readonly [string, (address: string) => Partial<OutgoingMail>])[] = [
    ['from', (address) => ({ from: { name: '', address } })],
    ['to', (address) => ({ to: { name: '', address } })],
    ['replyTo', (replyTo) => ({ replyTo })],
    ['messageId', (id) => ({ messageId: `<${id}>` })],
  ];
  it.each(asAddress)('is one address or the mail is not made: %s', async (_, change) => {
    const expected = namesOf(await compose({}));
    for (const address of addresses) {
      const made = await compose(change(address)).catch((error: unknown) => error);
      if (made instanceof RangeError) continue;
      const raw = made as string;
      expect([address, namesOf(raw)]).toEqual([address, expected]);
      const mailboxes = headerLines(raw).filter((line) => /^(?:From|To|Reply-To|Cc|Bcc):/.test(line));
      expect([address, mailboxes.join().includes('spy@evil.test')]).toEqual([address, false]);
    }
  });

  it('adds nothing to the way out of a mailing', async () => {
    for (const text of addresses) {
      const headers = unsubscribeHeaders({
        url: 'https://a.test/u',
        mailto: { address: text.replace(/\p{Cs}/gu, ''), subject: text },
      });
      const names = namesOf(await compose({ headers }));
      expect([text, names.filter((name) => name.startsWith('List-'))]).toEqual([
        text,
        ['List-Unsubscribe', 'List-Unsubscribe-Post'],
      ]);
      expect([text, names.includes('Bcc')]).toEqual([text, false]);
    }
  });

  it('opens no file and no address', async () => {
    const html =
      '<img src="file:///etc/passwd"><img src="/etc/passwd"><img src="http://127.0.0.1:1/x"><link href="file:///etc/hosts">';
    const raw = await compose({ html, text: 'file:///etc/passwd' });
    expect(raw).not.toMatch(/root:|localhost/);
    expect(raw.match(/^Content-Type:/gm)).toHaveLength(3);
  });
});
