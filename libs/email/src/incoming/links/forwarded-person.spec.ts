import { describe, expect, it } from '@jest/globals';
import { binary, mailOf, multipart, part } from '../mails.fixture.js';
import { readIncomingMail } from '../parse/read-incoming-mail.js';
import { forwardedPerson } from './forwarded-person.js';

const own = (key: string) => key.endsWith('@studio.example');
function read(...lines: readonly string[]) {
  const result = readIncomingMail(binary(mailOf(...lines)));
  if (!result.ok) throw new Error('set aside');
  const person = forwardedPerson(result.mail, own);
  return person && `${person.name} <${person.address}>`;
}
const from = 'From: Owner <owner@studio.example>';
const mara = 'Mara Lindqvist <mara@example.test>';

describe('who wrote a mail that is passed on', () => {
  it.each([
    [
      'Outlook, de',
      'WG: Hochzeit',
      [
        '-----Ursprüngliche Nachricht-----',
        `Von: ${mara}`,
        'Gesendet: Dienstag, 8. Juni 2027 12:31',
        'An: x',
        'Betreff: Hochzeit',
      ],
    ],
    [
      'Outlook, en',
      'FW: Wedding',
      [
        '-----Original Message-----',
        'From: Mara Lindqvist [mailto:mara@example.test]',
        'Sent: Tuesday',
        'To: x',
        'Subject: Wedding',
      ],
    ],
    ['Outlook, fr', 'TR: Mariage', [`De : ${mara}`, 'Envoyé : mardi', 'À : x', 'Objet : Mariage']],
    [
      'Outlook, nl',
      'Doorst: Bruiloft',
      [`Van: ${mara}`, 'Verzonden: dinsdag', 'Aan: x', 'Onderwerp: Bruiloft'],
    ],
    ['Outlook, es', 'RV: Boda', [`De: ${mara}`, 'Enviado: martes', 'Para: x', 'Asunto: Boda']],
    ['Outlook, it', 'I: Matrimonio', [`Da: ${mara}`, 'Inviato: martedì', 'A: x', 'Oggetto: Matrimonio']],
    [
      'Gmail',
      'Fwd: Wedding',
      [
        '---------- Forwarded message ---------',
        `From: ${mara}`,
        'Date: Tue, 8 Jun 2027',
        'Subject: Wedding',
        'To: x',
      ],
    ],
    [
      'Gmail, de',
      'Fwd: Hochzeit',
      [
        '---------- Forwarded message ---------',
        `Von: ${mara}`,
        'Date: Di., 8. Juni 2027',
        'Subject: Hochzeit',
        'To: x',
      ],
    ],
    [
      'Apple Mail',
      'Fwd: Wedding',
      ['Begin forwarded message:', '', `> From: ${mara}`, '> Subject: Wedding', '> Date: June 8', '> To: x'],
    ],
    [
      'Apple Mail, de',
      'Fwd: Hochzeit',
      [
        'Anfang der weitergeleiteten Nachricht:',
        '',
        `> Von: ${mara}`,
        '> Betreff: Hochzeit',
        '> Datum: 8. Juni',
        '> An: x',
      ],
    ],
    [
      'Thunderbird',
      'Fwd: Wedding',
      ['-------- Forwarded Message --------', 'Subject: Wedding', 'Date: Tue', `From: ${mara}`, 'To: x'],
    ],
  ])('is found: %s', (_, subject, lines) => {
    expect(read(from, `Subject: ${subject}`, '', 'For us?', '', ...lines, '', 'Hello, are you free?')).toBe(
      mara,
    );
  });

  it('is found in the mail within it', () => {
    const inner = `From: ${mara}\r\nSubject: Wedding\r\n\r\nHello`;
    expect(
      read(
        from,
        'Subject: Wedding',
        multipart('mixed', 'b', part('text/plain', 'For us?'), part('message/rfc822', inner)),
      ),
    ).toBe(mara);
  });

  it.each([
    [
      'a stranger passes it on',
      'From: stranger@evil.test',
      'Fwd: Wedding',
      ['---------- Forwarded message ---------', `From: ${mara}`, 'Date: x', 'Subject: y'],
    ],
    [
      'it is an answer',
      from,
      'Re: Wedding',
      ['-----Original Message-----', `From: ${mara}`, 'Sent: x', 'To: y', 'Subject: z'],
    ],
    [
      'the studio wrote that itself',
      from,
      'Fwd: Wedding',
      ['---------- Forwarded message ---------', 'From: hello@studio.example', 'Date: x', 'Subject: y'],
    ],
    ['nobody is named', from, 'Fwd: Wedding', ['See below', 'From: Berlin']],
  ])('is nobody where %s', (_, sender, subject, lines) =>
    expect(read(sender, `Subject: ${subject}`, '', ...lines)).toBeNull(),
  );
});
