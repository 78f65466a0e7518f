import { catalogue } from '../../../messages/catalogue.js';

/** Fields stand in braces (`parts.ts`); a line is a paragraph. */
export const m = catalogue({
  en: {
    beginWith: 'Begin with',
    blank: 'A blank email',
    texts: {
      welcome: {
        name: 'Booking welcome',
        subject: 'Your booking on {date} is in our book',
        preheader: 'What happens next',
        text: 'Dear {client},\nthank you for booking {title} with us. We have kept {date} at {time} for you.\nWe meet at {place|the place we agree on}. If anything changes, just reply to this email.',
      },
      reminder: {
        name: 'Session reminder',
        subject: 'Almost time, {client}',
        preheader: 'Everything you need for {date}',
        text: 'Dear {client},\nwe meet on {date} at {time} at {place|the place we agreed on}.\n# What to bring\nComfortable shoes, and anything that means something to you.\nIs there anyone we should look out for? Just reply to this email.',
      },
      inquiry: {
        name: 'Answer to an inquiry',
        subject: 'Thank you for writing to us',
        preheader: 'We answer within one working day',
        text: 'Hello {inquirer|there},\nthank you for writing to us. Your message is with us, and you hear from us within one working day.',
      },
      invoice: {
        name: 'Invoice reminder',
        subject: 'A reminder of invoice {number}',
        preheader: '{balance} is still open',
        text: 'Dear {client},\n{balance} of invoice {number} is still open. It was due on {due|the day we agreed on}.\nIf you have paid meanwhile, ignore this email. Thank you.',
      },
      gallery: {
        name: 'Gallery delivery',
        subject: '{client}, your pictures are here',
        preheader: 'Your gallery is ready',
        text: 'Dear {client},\nyour pictures of {project} are ready. We hope you love them as much as we do.\nYou have questions or wishes? Just reply to this email.',
      },
      review: {
        name: 'Review request',
        subject: 'How was it, {client}?',
        preheader: 'Two minutes of your time',
        text: 'Dear {client},\nthank you for {title}. We would love to hear how it was for you.\nA few words in reply to this email help us, and others who are looking for somebody like us.',
      },
    },
  },
  de: {
    beginWith: 'Beginnen mit',
    blank: 'Einer leeren E-Mail',
    texts: {
      welcome: {
        name: 'Willkommen zur Buchung',
        subject: 'Dein Termin am {date} steht',
        preheader: 'Wie es weitergeht',
        text: 'Hallo {client},\ndanke, dass du {title} bei uns gebucht hast. Wir haben {date} um {time} für dich reserviert.\nWir treffen uns hier: {place|den Ort machen wir noch aus}. Wenn sich etwas ändert, antworte einfach auf diese E-Mail.',
      },
      reminder: {
        name: 'Erinnerung an den Termin',
        subject: 'Bald ist es so weit, {client}',
        preheader: 'Alles für {date}',
        text: 'Hallo {client},\nwir treffen uns am {date} um {time} hier: {place|am vereinbarten Ort}.\n# Was du mitbringst\nBequeme Schuhe und alles, was dir etwas bedeutet.\nGibt es jemanden, auf den wir achten sollen? Antworte einfach auf diese E-Mail.',
      },
      inquiry: {
        name: 'Antwort auf eine Anfrage',
        subject: 'Danke für deine Nachricht',
        preheader: 'Wir antworten innerhalb eines Werktags',
        text: 'Hallo {inquirer|du},\ndanke, dass du uns schreibst. Deine Nachricht ist bei uns, und du hörst innerhalb eines Werktags von uns.',
      },
      invoice: {
        name: 'Zahlungserinnerung',
        subject: 'Erinnerung an Rechnung {number}',
        preheader: '{balance} sind noch offen',
        text: 'Hallo {client},\nvon Rechnung {number} sind noch {balance} offen. Fällig war sie am {due|vereinbarten Tag}.\nWenn du inzwischen gezahlt hast, ist alles erledigt. Danke.',
      },
      gallery: {
        name: 'Galerie ist da',
        subject: '{client}, deine Bilder sind da',
        preheader: 'Deine Galerie ist fertig',
        text: 'Hallo {client},\ndeine Bilder von {project} sind fertig. Wir hoffen, du magst sie so sehr wie wir.\nHast du Fragen oder Wünsche? Antworte einfach auf diese E-Mail.',
      },
      review: {
        name: 'Bitte um eine Bewertung',
        subject: 'Wie war es, {client}?',
        preheader: 'Zwei Minuten deiner Zeit',
        text: 'Hallo {client},\ndanke für {title}. Wir würden gern hören, wie es für dich war.\nEin paar Zeilen als Antwort auf diese E-Mail helfen uns und anderen, die jemanden wie uns suchen.',
      },
    },
  },
});
