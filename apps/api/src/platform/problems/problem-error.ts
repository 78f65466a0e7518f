import { errorCodes, type ErrorCode, type ProblemDocument } from '@cueline/contracts';
import type { Language, Texts } from '@cueline/workflows/language';

/** In each language. A text alone is for programs, which read English: no page of the product makes the mistake. */
export type Said = Texts | string;

type Place = NonNullable<ProblemDocument['errors']>[number];
export type BadPlace = Omit<Place, 'detail'> & { readonly detail: Said };

interface More {
  readonly errors?: readonly BadPlace[];
  readonly revision?: number;
  /** When the caller may try again, for the header Retry-After. */
  readonly retryAfterSeconds?: number;
}

/** The one error that services throw: a code of the contract, what happened, and the bad places. */
export class ProblemError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: Said,
    readonly more: More = {},
  ) {
    super(sayIn(detail ?? errorCodes[code].title, 'en'));
  }

  document(instance: string, language: Language): ProblemDocument {
    const { status, title } = errorCodes[this.code];
    const { revision, errors } = this.more;
    return {
      type: `urn:cueline:problem:${this.code}`,
      title: title[language],
      status,
      code: this.code,
      detail: this.detail && sayIn(this.detail, language),
      instance,
      ...(errors && { errors: errors.map((place) => ({ ...place, detail: sayIn(place.detail, language) })) }),
      ...(revision !== undefined && { revision }),
    };
  }
}

const sayIn = (said: Said, language: Language): string => (typeof said === 'string' ? said : said[language]);

/** What a request may ask for by its id. */
const records = {
  approval: 'Diese Freigabe',
  booking: 'Diese Buchung',
  brand: 'Diese Marke',
  client: 'Diesen Kunden',
  'email action': 'Diese Aktion',
  file: 'Diese Datei',
  folder: 'Diesen Ordner',
  conversation: 'Diese Unterhaltung',
  draft: 'Diesen Entwurf',
  'email account': 'Dieses E-Mail-Konto',
  'entry of the Don’t-email list': 'Diesen Eintrag der Sperrliste',
  'group of held mails': 'Diese Gruppe zurückgehaltener E-Mails',
  inquiry: 'Diese Anfrage',
  invitation: 'Diese Einladung',
  invoice: 'Diese Rechnung',
  key: 'Diesen Schlüssel',
  'mail to approve': 'Diese E-Mail zur Freigabe',
  mail: 'Diese E-Mail',
  mailbox: 'Dieses Postfach',
  member: 'Dieses Mitglied',
  message: 'Diese Nachricht',
  note: 'Diese Notiz',
  project: 'Dieses Projekt',
  record: 'Diesen Eintrag',
  run: 'Diesen Durchlauf',
  session: 'Diese Sitzung',
  'staff member': 'Dieses Teammitglied',
  task: 'Diese Aufgabe',
  template: 'Diese Vorlage',
  vendor: 'Diesen Dienstleister',
  version: 'Diese Version',
  workflow: 'Diesen Ablauf',
} as const;

export const notFound = (what: keyof typeof records): ProblemError =>
  new ProblemError('resource.notFound', {
    en: `There is no such ${what}.`,
    de: `${records[what]} gibt es nicht.`,
  });
export const invalid = (errors: readonly BadPlace[]): ProblemError =>
  new ProblemError('request.invalid', undefined, { errors });
