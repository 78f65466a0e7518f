import type { AttachmentRefusal, ImageRefusal } from '@cueline/email';
import type { Texts } from '@cueline/workflows';
import { invalid } from '../../platform/problems/problem-error.js';

export const refusedImage = (why: ImageRefusal | 'size') =>
  invalid([{ pointer: '/data', code: `image.${why}`, detail: images[why] }]);

const images: Readonly<Record<ImageRefusal | 'size', Texts>> = {
  size: {
    en: 'The image has more than 700 kB. Make it smaller: a mail shows no more than 1,100 pixels across.',
    de: 'Das Bild hat mehr als 700 kB. Verkleinere es: Eine E-Mail zeigt höchstens 1.100 Pixel in der Breite.',
  },
  svg: {
    en: 'SVG is no image for mails: few programs show it, and it can hold scripts. Save it as PNG.',
    de: 'SVG ist kein Bild für E-Mails: Kaum ein Programm zeigt es, und es kann Skripte enthalten. Speichere es als PNG.',
  },
  webp: {
    en: 'Outlook shows no WebP. Save the image as PNG or JPEG.',
    de: 'Outlook zeigt kein WebP. Speichere das Bild als PNG oder JPEG.',
  },
  heic: {
    en: 'Most programs show no HEIC. Save the image as JPEG.',
    de: 'Die meisten Programme zeigen kein HEIC. Speichere das Bild als JPEG.',
  },
  unknown: {
    en: 'This is no image. Choose a PNG, a JPEG or a GIF.',
    de: 'Das ist kein Bild. Wähle ein PNG, ein JPEG oder ein GIF.',
  },
  broken: {
    en: 'The image is incomplete. Save it again and choose that file.',
    de: 'Das Bild ist unvollständig. Speichere es neu und wähle diese Datei.',
  },
  dimensions: {
    en: 'The image is wider or higher than 5,000 pixels. Make it smaller.',
    de: 'Das Bild ist breiter oder höher als 5.000 Pixel. Verkleinere es.',
  },
};

export const refusedAttachment = (why: AttachmentRefusal) =>
  invalid([{ pointer: '/data', code: `attachment.${why}`, detail: files[why] }]);

const files: Readonly<Record<AttachmentRefusal, Texts>> = {
  empty: { en: 'The file is empty. Choose another one.', de: 'Die Datei ist leer. Wähle eine andere.' },
  macros: {
    en: 'The document holds macros, which mail servers refuse. Save it without macros, or as PDF.',
    de: 'Das Dokument enthält Makros, die Mailserver ablehnen. Speichere es ohne Makros oder als PDF.',
  },
  archive: {
    en: 'Archives are refused by many mail servers. Attach the files themselves.',
    de: 'Archive werden von vielen Mailservern abgelehnt. Hänge die Dateien selbst an.',
  },
  page: {
    en: 'Web pages and SVG can hold scripts. Save it as PDF.',
    de: 'Webseiten und SVG können Skripte enthalten. Speichere sie als PDF.',
  },
  unknown: {
    en: 'This kind of file is not attached. Choose a PDF, an image (PNG, JPEG, GIF), a text, CSV, calendar or contact file, or a Word, Excel or PowerPoint document.',
    de: 'Dateien dieser Art werden nicht angehängt. Wähle ein PDF, ein Bild (PNG, JPEG, GIF), eine Text-, CSV-, Kalender- oder Kontaktdatei oder ein Dokument von Word, Excel oder PowerPoint.',
  },
};
