/** How mail programs announce what they quote, as they wrote it in the language of their user. `>` or nothing before what follows. */
export interface Announcement {
  readonly by: string;
  readonly lines: readonly string[];
  readonly isMarked: boolean;
}

export const answers = {
  en: ['12 June, please.', 'Mara'],
  de: ['Am 12. Juni bitte, der 19. geht um 14:30 nicht.', 'Viele Grüße', 'Mara'],
  fr: ['Le 12 juin, s’il vous plaît : le 19 ne va pas.', 'Mara'],
  nl: ['Op 12 juni graag, de 19e lukt niet.', 'Groeten, Mara'],
  es: ['El 12 de junio, por favor: el 19 no puedo.', 'Mara'],
  it: ['Il 12 giugno, per favore: il 19 non posso.', 'Mara'],
} as const;
export type Language = keyof typeof answers;

const marked = (by: string, ...lines: readonly string[]): Announcement => ({ by, lines, isMarked: true });
const bare = (by: string, ...lines: readonly string[]): Announcement => ({ by, lines, isMarked: false });
const us = 'Sunday Studio <hello@studio.example>';

export const announcements: Readonly<Record<Language, readonly Announcement[]>> = {
  en: [
    marked('Gmail', `On Tue, Jun 8, 2027 at 12:31 PM ${us} wrote:`),
    marked(
      'Gmail, folded',
      'On Tue, Jun 8, 2027 at 12:31 PM Sunday Studio for Weddings <',
      'hello@studio.example> wrote:',
    ),
    bare(
      'Outlook',
      '-----Original Message-----',
      `From: ${us}`,
      'Sent: Tuesday, June 8, 2027 12:31 PM',
      'To: Mara',
      'Subject: Your date',
    ),
    bare(
      'Outlook on the web',
      '________________________________',
      `From: ${us}`,
      'Sent: Tuesday, June 8, 2027 12:31 PM',
      'To: Mara <mara@example.test>',
      'Subject: Your date',
    ),
    marked('Apple Mail', `On Jun 8, 2027, at 12:31 PM, ${us} wrote:`),
    marked('Thunderbird', 'On 6/8/27 12:31 PM, Sunday Studio wrote:'),
    marked('iPhone', 'Sent from my iPhone', '', `On Jun 8, 2027, at 12:31 PM, ${us} wrote:`),
    bare('Yahoo', `On Tuesday, June 8, 2027 at 12:31:00 PM GMT+2, ${us} wrote:`),
    bare(
      'Samsung',
      '-------- Original message --------',
      `From: ${us}`,
      'Date: 6/8/27 12:31 PM (GMT+01:00)',
      'To: mara@example.test',
      'Subject: Your date',
    ),
  ],
  de: [
    marked('Gmail', `Am Di., 8. Juni 2027 um 12:31 Uhr schrieb Sunday Studio <`, 'hello@studio.example>:'),
    bare(
      'Outlook',
      '-----Ursprüngliche Nachricht-----',
      `Von: ${us}`,
      'Gesendet: Dienstag, 8. Juni 2027 12:31',
      'An: Mara',
      'Betreff: Ihr Termin',
    ),
    bare(
      'Outlook, neu',
      `Von: ${us}`,
      'Datum: Dienstag, 8. Juni 2027 um 12:31',
      'An: Mara <mara@example.test>',
      'Betreff: Ihr Termin',
    ),
    marked('Apple Mail', `Am 08.06.2027 um 12:31 schrieb ${us}:`),
    marked('Thunderbird', 'Am 08.06.27 um 12:31 schrieb Sunday Studio:'),
    marked('iPhone', 'Von meinem iPhone gesendet', '', `> Am 08.06.2027 um 12:31 schrieb ${us}:`),
    bare(
      'GMX, web.de',
      'Gesendet: Dienstag, 08. Juni 2027 um 12:31 Uhr',
      'Von: "Sunday Studio" <hello@studio.example>',
      'An: mara@example.test',
      'Betreff: Ihr Termin',
    ),
    marked('Gmail auf Android', `Sunday Studio <hello@studio.example> schrieb am Di., 8. Juni 2027, 12:31:`),
    bare(
      'T-Online',
      '-----Original-Nachricht-----',
      'Betreff: Ihr Termin',
      'Datum: 2027-06-08T12:31:00+0200',
      'Von: "Sunday Studio" <hello@studio.example>',
      'An: "mara@example.test"',
    ),
  ],
  fr: [
    marked('Gmail', `Le mar. 8 juin 2027 à 12:31, Sunday Studio <hello@studio.example> a écrit :`),
    bare(
      'Outlook',
      "-----Message d'origine-----",
      `De : ${us}`,
      'Envoyé : mardi 8 juin 2027 12:31',
      'À : Mara',
      'Objet : Votre date',
    ),
    bare(
      'Outlook on the web',
      `De : ${us}`,
      'Envoyé : mardi 8 juin 2027 12:31',
      'À : Mara <mara@example.test>',
      'Objet : Votre date',
    ),
    marked('Apple Mail', `Le 8 juin 2027 à 12:31, ${us} a écrit :`),
    marked('Thunderbird', 'Le 08/06/2027 à 12:31, Sunday Studio a écrit :'),
    marked('iPhone', 'Envoyé de mon iPhone', '', `> Le 8 juin 2027 à 12:31, ${us} a écrit :`),
    marked(
      'Orange',
      '> Message du 08/06/27 12:31',
      '> De : "Sunday Studio" ',
      '> A : mara@example.test',
      '> Objet : Votre date',
    ),
  ],
  nl: [
    marked('Gmail', `Op di 8 jun 2027 om 12:31 schreef Sunday Studio <hello@studio.example>:`),
    bare(
      'Outlook',
      '-----Oorspronkelijk bericht-----',
      `Van: ${us}`,
      'Verzonden: dinsdag 8 juni 2027 12:31',
      'Aan: Mara',
      'Onderwerp: Uw datum',
    ),
    bare(
      'Outlook on the web',
      '________________________________',
      `Van: ${us}`,
      'Verzonden: dinsdag 8 juni 2027 12:31',
      'Aan: Mara <mara@example.test>',
      'Onderwerp: Uw datum',
    ),
    marked('Apple Mail', `Op 8 jun. 2027, om 12:31 heeft ${us} het volgende geschreven:`),
    marked('Thunderbird', 'Op 08-06-2027 om 12:31 schreef Sunday Studio:'),
    marked(
      'iPhone',
      'Verstuurd vanaf mijn iPhone',
      '',
      `> Op 8 jun 2027 om 12:31 heeft ${us} het volgende geschreven:`,
    ),
  ],
  es: [
    marked('Gmail', `El mar, 8 jun 2027 a las 12:31, Sunday Studio (<hello@studio.example>) escribió:`),
    bare(
      'Outlook',
      '-----Mensaje original-----',
      `De: ${us}`,
      'Enviado el: martes, 8 de junio de 2027 12:31',
      'Para: Mara',
      'Asunto: Su fecha',
    ),
    bare(
      'Outlook on the web',
      '________________________________',
      `De: ${us}`,
      'Enviado: martes, 8 de junio de 2027 12:31',
      'Para: Mara <mara@example.test>',
      'Asunto: Su fecha',
    ),
    marked('Apple Mail', `El 8 jun 2027, a las 12:31, ${us} escribió:`),
    marked('Thunderbird', 'El 8/6/27 a las 12:31, Sunday Studio escribió:'),
    marked('iPhone', 'Enviado desde mi iPhone', '', `> El 8 jun 2027, a las 12:31, ${us} escribió:`),
  ],
  it: [
    marked(
      'Gmail',
      `Il giorno mar 8 giu 2027 alle ore 12:31 Sunday Studio <`,
      'hello@studio.example> ha scritto:',
    ),
    bare(
      'Outlook',
      '-----Messaggio originale-----',
      `Da: ${us}`,
      'Inviato: martedì 8 giugno 2027 12:31',
      'A: Mara',
      'Oggetto: La sua data',
    ),
    bare(
      'Outlook on the web',
      '________________________________',
      `Da: ${us}`,
      'Inviato: martedì 8 giugno 2027 12:31',
      'A: Mara <mara@example.test>',
      'Oggetto: La sua data',
    ),
    marked('Apple Mail', `Il giorno 8 giu 2027, alle ore 12:31, ${us} ha scritto:`),
    marked('Thunderbird', 'Il 08/06/27 12:31, Sunday Studio ha scritto:'),
    marked('iPhone', 'Inviato da iPhone', '', `> Il giorno 8 giu 2027, alle ore 12:31, ${us} ha scritto:`),
  ],
};

const quotedText = '<p>Which date suits you?</p>';
/** What programs put around what they quote in HTML. */
export const htmlQuotes: Readonly<Record<string, string>> = {
  Gmail: `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Jun 8, 2027 at 12:31 PM &lt;<a href="mailto:hello@studio.example">hello@studio.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0">${quotedText}</blockquote></div>`,
  'Apple Mail': `<div><br><blockquote type="cite"><div>On Jun 8, 2027, at 12:31 PM, Sunday Studio wrote:</div>${quotedText}</blockquote></div>`,
  Thunderbird: `<div class="moz-cite-prefix">On 6/8/27 12:31 PM, Sunday Studio wrote:<br></div><blockquote type="cite" cite="mid:x">${quotedText}</blockquote>`,
  Outlook: `<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Von:</b> Sunday Studio<br><b>Gesendet:</b> Dienstag<br></p></div></div>${quotedText}`,
  'Outlook on the web': `<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Sunday Studio</div>${quotedText}`,
  Yahoo: `<div id="ydp1yahoo_quoted_2" class="yahoo_quoted"><div>On Tuesday, Sunday Studio wrote:</div><div>${quotedText}</div></div>`,
  Proton: `<div class="protonmail_quote">On Tuesday, Sunday Studio wrote:<br><blockquote class="protonmail_quote" type="cite">${quotedText}</blockquote></div>`,
  'GMX, web.de': `<div name="quote" style="margin:10px"><div><b>Gesendet:</b> Dienstag<br><b>Von:</b> Sunday Studio</div><div name="quoted-content">${quotedText}</div></div>`,
};
