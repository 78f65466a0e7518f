import { describe, expect, it } from '@jest/globals';
import { binary, head, mailOf, multipart, part } from '../mails.fixture.js';
import { readIncomingMail } from '../parse/read-incoming-mail.js';
import { classify, type MailContext } from './classify.js';

const nothing: MailContext = { formSenders: new Set(), minutesAfterOurs: null };
function read(context: Partial<MailContext>, ...lines: readonly string[]) {
  const result = readIncomingMail(binary(mailOf(...lines)));
  if (!result.ok) throw new Error('set aside');
  return classify(result.mail, { ...nothing, ...context });
}
const inquiry = [
  'From: "Sunday Studio website" <noreply@sundaystudio.example>',
  'Reply-To: mara@example.test',
  'Subject: New inquiry',
  'Auto-Submitted: auto-generated',
  'List-Unsubscribe: <https://forms.example.test/u>',
  '',
  'Name: Mara Lindqvist',
];
const status = multipart(
  'report; report-type=delivery-status',
  'b',
  part('text/plain', 'failed'),
  part(
    'message/delivery-status',
    mailOf(
      'Reporting-MTA: dns; x',
      '',
      'Final-Recipient: rfc822; mara@example.test',
      'Action: failed',
      'Status: 5.1.1',
    ),
  ),
  part('message/rfc822', 'Message-ID: <abc@studio.example>\r\n\r\nx'),
);
const feedback = multipart(
  'report; report-type=feedback-report',
  'b',
  part('message/feedback-report', mailOf('Feedback-Type: abuse', 'Original-Rcpt-To: mara@example.test')),
  part('message/rfc822', 'Message-ID: <abc@studio.example>\r\n\r\nx'),
);

describe('the kind of a mail', () => {
  it.each([
    ['a person’s', 'human', 'sure', [...head, '', 'Hello']],
    [
      'a person’s from Exchange',
      'human',
      'sure',
      [...head, 'X-Auto-Response-Suppress: DR, OOF, AutoReply', '', 'Hello'],
    ],
    [
      'a person’s, called an absence',
      'human',
      'sure',
      ['From: mara@example.test', 'Subject: Absence on Saturday', '', 'x'],
    ],
    ['an absence', 'automatic', 'sure', [...head, 'Auto-Submitted: auto-replied', '', 'I am away']],
    ['an absence of old', 'automatic', 'sure', [...head, 'X-Autoreply: yes', '', 'I am away']],
    ['Auto-Submitted: no', 'human', 'sure', [...head, 'Auto-Submitted: no', '', 'Hello']],
    [
      'that it was read',
      'automatic',
      'sure',
      [...head, multipart('report; report-type=disposition-notification', 'b', part('text/plain', 'read'))],
    ],
    ['a bounce with a form', 'bounce', 'sure', ['From: MAILER-DAEMON@mx.example', status]],
    [
      'a bounce without one',
      'bounce',
      'likely',
      [
        'Return-Path: <>',
        'From: MAILER-DAEMON@mx.example',
        'To: <>',
        'Subject: Message delivery failure notice',
        '',
        '550 5.1.1 <mara@example.test> User unknown',
        'Message-ID: <abc@studio.example>',
      ],
    ],
    [
      'that a mail is late',
      'automatic',
      'sure',
      [
        'From: MAILER-DAEMON@mx.example',
        status.replace('failed\r\nStatus: 5.1.1', 'delayed\r\nStatus: 4.4.1'),
      ],
    ],
    ['a complaint', 'complaint', 'sure', ['From: fbl@provider.test', feedback]],
    [
      'what is no complaint',
      'automatic',
      'sure',
      ['From: fbl@provider.test', feedback.replace('abuse', 'not-spam')],
    ],
    [
      'an answer by calendar',
      'calendar',
      'sure',
      [...head, part('text/calendar; method=REPLY', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nUID:x')],
    ],
    [
      'a calendar as a file',
      'human',
      'sure',
      [
        ...head,
        multipart(
          'mixed',
          'b',
          part('text/plain', 'see'),
          part('text/calendar', 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH'),
        ),
      ],
    ],
    ['a list', 'list', 'sure', [...head, 'List-Id: <news.example.test>', '', 'News']],
    ['bulk', 'list', 'sure', [...head, 'Precedence: bulk', '', 'News']],
    ['a form that nobody marked', 'automatic', 'sure', inquiry],
  ])('%s is %s, %s', (_, kind, confidence, lines) => {
    expect(read({}, ...lines)).toMatchObject({ kind, confidence });
  });

  it('says why, in what the mail says', () => {
    expect(read({}, ...head, 'Auto-Submitted: auto-replied\r\n (vacation)', '', 'x').evidence).toEqual([
      { sign: 'auto-submitted', value: 'auto-replied (vacation)' },
    ]);
  });

  it.each([
    'Automatische Antwort: Ihre Buchung',
    'Automatic reply: Your booking',
    'Réponse automatique : votre date',
    'Automatisch antwoord: uw datum',
    'Respuesta automática: su fecha',
    'Risposta automatica: la sua data',
    'Abwesenheitsnotiz',
    'Out of Office: Your date',
    '[Ticket #1234] Your date',
    'Wir danken: Ihre Anfrage ist eingegangen',
  ])(
    'is automatic when it comes at once and is called so, and else a person’s that no machine answers: %s',
    (subject) => {
      const lines = ['From: mara@example.test', `Subject: ${subject}`, '', 'x'];
      expect(read({ minutesAfterOurs: 2 }, ...lines)).toMatchObject({
        kind: 'automatic',
        confidence: 'likely',
      });
      expect(read({ minutesAfterOurs: 90 }, ...lines)).toMatchObject({ kind: 'human' });
      expect(read({}, ...lines)).toMatchObject({ kind: 'human' });
    },
  );

  it('is a form’s where its owner said so, and its person is who filled it in', () => {
    const form = read({ formSenders: new Set(['noreply@sundaystudio.example']) }, ...inquiry);
    expect(form).toMatchObject({
      kind: 'form',
      person: { address: 'mara@example.test', name: 'Mara Lindqvist' },
    });
    expect(read({}, ...inquiry).person).toBeNull();
  });

  it.each([
    ['Exchange’s', 'x-auto-response-suppress', [...head, 'X-Auto-Response-Suppress: All', '', 'Hello']],
    ['an empty return path', 'return-path', ['Return-Path: <>', ...head, '', 'Hello']],
    ['an address that nobody reads', 'nobody', ['From: no-reply@shop.test', '', 'Hello']],
    ['a list’s owner', 'nobody', ['From: owner-news@list.test', '', 'Hello']],
    ['how it is called', 'subject', ['From: mara@example.test', 'Subject: Out of office', '', 'x']],
  ])('asks for silence by %s, and stays a person’s', (_, name, lines) => {
    const { kind, silence } = read({}, ...lines);
    expect(kind).toBe('human');
    expect(silence.map(({ sign }) => sign)).toContain(name);
  });

  it('lets a machine answer a person', () => {
    expect(read({}, ...head, '', 'Hello')).toMatchObject({
      silence: [],
      person: { address: 'mara@example.test' },
      report: null,
    });
  });
});
