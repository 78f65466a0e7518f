import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../../cpu-clock.fixture.js';
import { binary, bombs, head, heavy, mailOf, multipart, part } from '../mails.fixture.js';
import { partOctets, readIncomingMail } from './read-incoming-mail.js';

function read(...lines: readonly string[]) {
  const result = readIncomingMail(binary(mailOf(...lines)));
  if (!result.ok) throw new Error(`set aside: ${result.limit}`);
  return result.mail;
}
const files = (mail: ReturnType<typeof read>) =>
  mail.attachments.map(({ fileName, kind, isInline }) => `${fileName} ${kind}${isInline ? ' inline' : ''}`);

describe('a mail that came in', () => {
  it('has people, subject, ids and date', () => {
    expect(
      read(
        ...head,
        'Cc: Team: Elis <elis@example.test>;',
        'Reply-To: Mara <mara@home.test>',
        'Delivered-To: owner@mail.example',
        'In-Reply-To: Your mail <ours@studio.example>',
        'References: <first@studio.example><ours@studio.example>',
        '',
        'Hello',
      ),
    ).toMatchObject({
      subject: 'Our Saturday',
      from: [{ name: 'Mara Lindqvist', address: 'mara@example.test' }],
      to: [{ address: 'hello@studio.example' }],
      cc: [{ name: 'Elis' }],
      replyTo: [{ address: 'mara@home.test' }],
      deliveredTo: [{ address: 'owner@mail.example' }],
      messageId: '<one@example.test>',
      inReplyTo: ['<ours@studio.example>'],
      references: ['<first@studio.example>', '<ours@studio.example>'],
      date: new Date('2027-06-08T10:31:00Z'),
      text: 'Hello',
      html: '',
    });
  });

  it('reads raw letters in its header by the encoding of its body', () => {
    const source =
      'Subject: \u00b2\u00e2\u00ca\u00d4\r\nContent-Type: text/plain; charset=gbk\r\n\r\n\u00b2\u00e2';
    expect(readIncomingMail(source)).toMatchObject({ ok: true, mail: { subject: '测试', text: '测' } });
  });

  it('believes octets more than what is declared of them', () => {
    const text = 'Grüße, Jörg • 12.–14. Juni';
    expect(read(...head, 'Content-Type: text/plain; charset=iso-8859-1', '', text).text).toBe(text);
  });

  it('has a text and an HTML that say the same', () => {
    const mail = read(
      ...head,
      multipart('alternative', 'b', part('text/plain', 'Hello'), part('text/html', '<p>Hello</p>')),
    );
    expect(mail).toMatchObject({
      text: 'Hello',
      html: '<p>Hello</p>',
      isTextFromHtml: false,
      attachments: [],
    });
  });

  it('has a text made of its HTML where it has no other', () => {
    const mail = read(...head, 'Content-Type: text/html', '', '<p>Hello <b>you</b></p><script>x</script>');
    expect(mail).toMatchObject({ text: expect.stringContaining('Hello you'), isTextFromHtml: true });
    expect(mail.text).not.toContain('x<');
  });

  it('joins texts that stand between files, and the pictures that its HTML shows', () => {
    const mail = read(
      ...head,
      multipart(
        'mixed',
        'b',
        part('text/plain', 'before'),
        part(
          'image/jpeg',
          'AAAA',
          'Content-Transfer-Encoding: base64',
          'Content-Disposition: inline; filename=a.jpg',
        ),
        part('text/plain', 'after'),
        part('text/plain', 'a file', 'Content-Disposition: attachment; filename=note.txt'),
      ),
    );
    expect(mail.text).toBe('before\n\nafter');
    expect(files(mail)).toEqual(['a.jpg file', 'note.txt file']);
  });

  it('knows the picture that its HTML shows by content id', () => {
    const picture = part('image/png', 'AAAA', 'Content-Transfer-Encoding: base64', 'Content-ID: <logo@x>');
    const mail = read(
      ...head,
      multipart('related', 'b', part('text/html', '<img src="cid:logo@x">'), picture),
    );
    expect(mail.attachments).toMatchObject([
      { fileName: 'image.png', contentId: 'logo@x', isInline: true, size: 3 },
    ]);
  });

  it('gives the octets of a part by its number', () => {
    const source = mailOf(
      ...head,
      multipart(
        'mixed',
        'b',
        part('text/plain', 'x'),
        part('application/pdf', 'SGk=', 'Content-Transfer-Encoding: base64'),
      ),
    );
    const [file] = read(source).attachments;
    expect(Buffer.from(partOctets(source, file!.number)!).toString()).toBe('Hi');
    expect(partOctets(source, '9.9')).toBeUndefined();
  });

  it('names what has no name, and mistrusts what has one', () => {
    const named = (name: string) =>
      part('application/pdf', 'x', `Content-Disposition: attachment; filename="${name}"`);
    const mail = read(
      ...head,
      multipart(
        'mixed',
        'b',
        part('text/calendar; method=REQUEST', 'BEGIN:VCALENDAR'),
        part('application/ms-tnef', 'x'),
        named('..\\..\\evil.pdf'),
        named('/etc/passwd'),
        named('gpj\u202efdp.exe'),
      ),
    );
    expect(files(mail)).toEqual([
      'invite.ics calendar',
      'winmail.dat tnef',
      'evil.pdf file',
      'passwd file',
      'gpj\ufffdfdp.exe file',
    ]);
  });

  it('keeps the text beside a winmail.dat', () => {
    const mail = read(
      ...head,
      multipart(
        'mixed',
        'b',
        part('text/plain', 'See the file'),
        part('application/octet-stream; name="winmail.dat"', 'x'),
      ),
    );
    expect(mail.text).toBe('See the file');
    expect(files(mail)).toEqual(['winmail.dat tnef']);
  });

  it('says what a calendar answers', () => {
    const ics = mailOf(
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      'UID:booking-1@studio',
      ' .example',
      'SEQUENCE:2',
      'ATTENDEE;CN="Mara: L";PARTSTAT=ACCEPTED:mailto:mara@example.test',
      'SUMMARY:Shoot\\, Saturday',
      'END:VEVENT',
      'END:VCALENDAR',
    );
    expect(read(...head, part('text/calendar; method=REPLY', ics)).calendar).toEqual({
      method: 'REPLY',
      uid: 'booking-1@studio.example',
      sequence: 2,
      summary: 'Shoot, Saturday',
      answers: [{ address: 'mara@example.test', answer: 'ACCEPTED' }],
    });
  });

  it('says of a mail within it who wrote it, and does not show its text as its own', () => {
    const inner = mailOf(
      'From: Mara <mara@example.test>',
      'Subject: Wedding',
      'Message-ID: <inner@example.test>',
      '',
      'inner text',
    );
    const mail = read(
      'From: owner@studio.example',
      'Subject: Fwd: Wedding',
      multipart('mixed', 'b', part('text/plain', 'See below'), part('message/rfc822', inner)),
    );
    expect(mail.text).toBe('See below');
    expect(files(mail)).toEqual(['Wedding.eml mail']);
    expect(mail.embedded).toMatchObject([
      { from: [{ address: 'mara@example.test' }], subject: 'Wedding', messageId: '<inner@example.test>' },
    ]);
  });

  it.each([
    ['S/MIME', 'encrypted', [part('application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'x')]],
    [
      'opaque S/MIME',
      'signed',
      [part('application/pkcs7-mime; smime-type=signed-data; name=smime.p7m', 'x')],
    ],
    [
      'OpenPGP',
      'encrypted',
      [
        multipart(
          'encrypted',
          'b',
          part('application/pgp-encrypted', 'Version: 1'),
          part('application/octet-stream', 'x'),
        ),
      ],
    ],
    ['inline OpenPGP', 'encrypted', ['', '-----BEGIN PGP MESSAGE-----', 'x']],
    [
      'a signature',
      'signed',
      [multipart('signed', 'b', part('text/plain', 'x'), part('application/pgp-signature', 'y'))],
    ],
    ['nothing', null, ['', 'x']],
  ])('is known to be protected by %s: %s', (_, protection, lines) =>
    expect(read(...head, ...lines).protection).toBe(protection),
  );

  it('joins lines that its program broke', () => {
    const body = mailOf('> quoted ', '> on', 'one ', 'line', '-- ', 'Mara');
    expect(read(...head, part('text/plain; format=flowed', body)).text).toBe(
      '> quoted on\none line\n-- \nMara',
    );
  });

  it('is read whatever is missing', () => {
    for (const source of [
      '',
      '\r\n',
      'x',
      'Subject',
      ':\r\n:',
      '\0',
      'Content-Type: multipart/mixed; boundary=a',
      '--',
      'From: \r\nTo: \r\n\r\n',
    ])
      expect(readIncomingMail(source)).toMatchObject({ ok: true, mail: { messageId: null, date: null } });
  });

  it.each(Object.entries(heavy))('is read in time that its size bounds: %s', (_, source) => {
    const given = source();
    const began = cpuClock();
    expect(readIncomingMail(given)).toMatchObject({ ok: true });
    expect(cpuClock() - began).toBeLessThan(4_000);
  });

  it.each(Object.entries(bombs))('is set aside at once when it is a bomb: %s', (_, source) => {
    const given = source();
    const began = cpuClock();
    expect(readIncomingMail(given)).toEqual({ ok: false, limit: expect.any(String) });
    expect(cpuClock() - began).toBeLessThan(1_500);
  });
});
