import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../../cpu-clock.fixture.js';
import { announcements, answers, htmlQuotes, type Language } from './replies.fixture.js';
import { replyTextOf } from './reply-text.js';

const read = (given: { subject?: string; text?: string; html?: string }) =>
  replyTextOf({
    subject: given.subject ?? 'Re: Your date',
    text: given.text ?? '',
    html: given.html ?? '',
    isTextFromHtml: false,
    embedded: [],
  });
const question = ['Which date suits you?', '', '12 or 19 June?'];
const samples = Object.entries(announcements).flatMap(([language, list]) =>
  list.map((one) => ({ language: language as Language, ...one })),
);

describe('what is new in a reply', () => {
  it.each(samples)('stands before what is quoted: $language, $by', ({ language, lines, isMarked }) => {
    const own = answers[language].join('\n');
    const quote = question.map((line) => (isMarked ? `> ${line}`.trimEnd() : line));
    const read1 = read({ text: [own, '', ...lines, '', ...quote, ''].join('\n') });
    expect(read1.isWhole).toBe(false);
    // What a phone adds is its owner's text as far as anybody can tell.
    expect(
      read1.text.replace(/\n\n(?:Sent from|Von meinem|Envoyé de|Verstuurd|Enviado desde|Inviato da).*$/, ''),
    ).toBe(own);
  });

  it.each(samples.filter(({ isMarked }) => isMarked))(
    'is shown with all where it stands below or between: $language, $by',
    ({ language, lines }) => {
      const own = answers[language].join('\n');
      const quote = question.map((line) => `> ${line}`);
      for (const text of [
        [...lines, ...quote, '', own],
        [own, '', ...lines, ...quote, own],
        [...lines, quote[0]!, 'The 12th!', ...quote, 'Fine.'],
      ])
        expect(read({ text: text.join('\n') })).toEqual({ text: text.join('\n').trim(), isWhole: true });
    },
  );

  it.each(Object.entries(htmlQuotes))('stands before the element that quotes: %s', (_, quote) => {
    const html = `<html><body><div>The 12th, please.</div>${quote}</body></html>`;
    expect(
      replyTextOf({
        subject: 'Re: x',
        text: 'The 12th, please. and all',
        html,
        isTextFromHtml: true,
        embedded: [],
      }),
    ).toEqual({
      text: 'The 12th, please.',
      isWhole: false,
    });
    const both = read({ text: 'The 12th, please.\n\nWhich date suits you?\n', html });
    expect(both).toEqual({ text: 'The 12th, please.', isWhole: false });
  });

  it.each(Object.entries(htmlQuotes).filter(([name]) => !name.startsWith('Outlook')))(
    'is shown with all where it stands below the element that quotes: %s',
    (_, quote) => {
      const text = 'Hello\n\n> quoted\n\nThe 12th, please.';
      for (const html of [`<p>Hello</p>${quote}<p>The 12th, please.</p>`, `${quote}<p>The 12th, please.</p>`])
        expect(replyTextOf({ subject: 'Re: x', text, html, isTextFromHtml: true, embedded: [] })).toEqual({
          text,
          isWhole: true,
        });
    },
  );

  it('is shown with all where it stands between pieces of what Gmail quotes', () => {
    const html =
      '<div>See below</div><div class="gmail_quote"><div class="gmail_attr">On Tue wrote:</div><blockquote class="gmail_quote">12 or 19?</blockquote><div>19!</div><blockquote class="gmail_quote">Where?</blockquote></div>';
    expect(replyTextOf({ subject: 'Re: x', text: 'all', html, isTextFromHtml: true, embedded: [] })).toEqual({
      text: 'all',
      isWhole: true,
    });
  });

  it.each([
    [
      'a sentence that begins like an announcement',
      'On Saturday 12 June at 14:30 my mother wrote:\nWe are coming!\nIs that fine?',
    ],
    ['a list that begins with From', 'From: Berlin\nTo: Potsdam\nWe drive at nine.'],
    ['a colon at the end of a line', 'Le 12 juin, nous voulons :\ndes photos\nun album'],
    ['a line of dashes', 'Hello\n----------\nOur plan for the day'],
    ['a quotation alone', '> Which date suits you?\n> 12 or 19 June?'],
    [
      'an announcement and nothing before it',
      'On Mon, Jun 7, 2027 at 12:31, Studio <a@b.test> wrote:\n> 12 or 19?\n19 June, please.',
    ],
    ['an answer within', '> 12 or 19?\n19!'],
    ['no quotation', 'Thank you, see you on Saturday.'],
    ['nothing', ''],
  ])('is all of it: %s', (_, text) => expect(read({ text })).toEqual({ text, isWhole: true }));

  it.each([
    ['Fwd: Wedding', 'See below\n\nOn Tue, Jun 8, 2027, Mara <mara@example.test> wrote:\n> hello'],
    [
      'WG: Hochzeit',
      'Siehe unten\n\n-----Ursprüngliche Nachricht-----\nVon: Mara <mara@example.test>\nGesendet: Dienstag\nAn: x\nBetreff: y',
    ],
    ['TR: Mariage', "Voir\n\n-----Message d'origine-----\nDe : Mara"],
    [
      'Wedding',
      'See\n\n---------- Forwarded message ---------\nFrom: Mara <mara@example.test>\nDate: x\nSubject: y\n\nhello',
    ],
    ['Hochzeit', 'Siehe\n\nAnfang der weitergeleiteten Nachricht:\n\n> Von: Mara\n> Datum: x\n> Betreff: y'],
    ['Mariage', 'Voir\n\n-------- Message transféré --------\nSujet : x\nDe : Mara'],
    ['Bruiloft', 'Zie\n\n---------- Doorgestuurd bericht ----------\nVan: Mara'],
    ['Boda', 'Ver\n\n---------- Mensaje reenviado ---------\nDe: Mara'],
    ['Matrimonio', 'Vedi\n\nInizio messaggio inoltrato:\n\n> Da: Mara'],
  ])('is all of a mail that is passed on: %s', (subject, text) =>
    expect(read({ subject, text })).toEqual({ text, isWhole: true }),
  );

  it('is all of it where its HTML says something else', () => {
    const html = `<p>Another text</p>${htmlQuotes['Gmail']}`;
    const text = 'The 12th, please.\n\nOn Tue, Jun 8, 2027, Studio <a@b.test> wrote:\n> 12 or 19?';
    expect(read({ text, html })).toEqual({ text, isWhole: true });
  });

  it('ends before a signature', () => {
    const text =
      'The 12th.\n-- \nMara\n0151 23\n\nOn Tue, Jun 8, 2027 at 12:31, Studio <a@b.test> wrote:\n> 12 or 19?';
    expect(read({ text })).toEqual({ text: 'The 12th.', isWhole: false });
  });

  it('is still found below the foot of a mailing list', () => {
    const text =
      'Fine.\n\nOn Tue, Jun 8, 2027 at 12:31, Studio <a@b.test> wrote:\n> 12 or 19?\n\n________________\nlist@example.test';
    expect(read({ text })).toEqual({ text: 'Fine.', isWhole: false });
  });

  it.each([
    ['line ends', '\n'.repeat(1_000_000)],
    ['dashes', '-'.repeat(1_000_000)],
    ['lines of dashes', '----------\n'.repeat(90_000)],
    ['labels', 'From: a\n'.repeat(100_000)],
    ['labels without an end', `From: ${'a '.repeat(500_000)}`],
    ['announcements', 'On 1 a <a@b.test> wrote\n'.repeat(40_000)],
    ['one long announcement', `On 1 ${'wrote '.repeat(100_000)}:`],
    ['marks', '> '.repeat(500_000)],
    ['brackets', '<'.repeat(1_000_000)],
    ['at signs', 'a@'.repeat(500_000)],
  ])('is told in time that its size bounds: %s', (_, text) => {
    const began = cpuClock();
    read({ text, html: text });
    expect(cpuClock() - began).toBeLessThan(1_500);
  });
});
