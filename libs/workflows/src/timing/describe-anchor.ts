import { fieldLabel, fieldName } from '../catalogue/labels.js';
import { fieldOf } from '../catalogue/records.js';
import type { Language } from '../language/language.js';

/** German nouns change by what is said of them: "der Termin war", "vor dem Termin", "am Tag des Termins". */
export type GrammaticalCase = 'nominative' | 'dative' | 'genitive';
type GermanNoun = Readonly<Record<GrammaticalCase, string>>;

const noun = (nominative: string, dative: string, genitive = dative): GermanNoun => ({
  nominative,
  dative,
  genitive,
});

/** The dates that steps and triggers are counted from most, in an owner's words. */
const nouns: Readonly<Record<string, { readonly en: string; readonly de: GermanNoun }>> = {
  'booking.startsAt': { en: 'the session', de: noun('der Termin', 'dem Termin', 'des Termins') },
  'booking.endsAt': {
    en: 'the end of the session',
    de: noun('das Ende des Termins', 'dem Ende des Termins', 'des Terminendes'),
  },
  'invoice.dueOn': {
    en: "the invoice's due date",
    de: noun('die Fälligkeit der Rechnung', 'der Fälligkeit der Rechnung'),
  },
  'invoice.issuedOn': {
    en: "the invoice's date",
    de: noun('das Rechnungsdatum', 'dem Rechnungsdatum', 'des Rechnungsdatums'),
  },
  'payment.receivedAt': { en: 'the payment', de: noun('die Zahlung', 'der Zahlung') },
  'project.dueOn': {
    en: "the project's due date",
    de: noun('die Fälligkeit des Projekts', 'der Fälligkeit des Projekts'),
  },
  'inquiry.eventOn': {
    en: 'the wished date',
    de: noun('der Wunschtermin', 'dem Wunschtermin', 'des Wunschtermins'),
  },
  'task.dueAt': {
    en: "the task's due time",
    de: noun('die Fälligkeit der Aufgabe', 'der Fälligkeit der Aufgabe'),
  },
  'message.receivedAt': {
    en: 'the mail',
    de: noun('der Eingang der E-Mail', 'dem Eingang der E-Mail', 'des Eingangs der E-Mail'),
  },
};

/** "the session"; what has no words of its own is named by its field. @param how after "vor" and "nach", unless said otherwise */
export function describeAnchor(path: string, language: Language, how: GrammaticalCase = 'dative'): string {
  const known = Object.hasOwn(nouns, path) ? nouns[path] : undefined;
  if (language === 'de') return known ? known.de[how] : germanField(path, how);
  if (known) return known.en;
  return fieldOf(path) ? `"${fieldLabel(path, 'en')}" of the ${path.split('.')[0]}` : `"${path}"`;
}

function germanField(path: string, how: GrammaticalCase): string {
  const quoted = `„${fieldOf(path) ? fieldName(path, 'de') : path}“`;
  return how === 'genitive' ? `von ${quoted}` : quoted;
}
