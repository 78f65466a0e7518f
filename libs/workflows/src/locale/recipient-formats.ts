import { supportedLanguage } from './languages.js';
import { readZone } from './zones.js';

/** How dates, times and money are written for a reader. */
export interface Formats {
  /** BCP 47. */
  readonly locale: string;
  /** IANA. */
  readonly zone: string;
}

/** What is known of a reader or a brand; a client may have neither. */
export interface Reader {
  readonly locale?: string | null | undefined;
  readonly zone?: string | null | undefined;
}

/**
 * The language and zone of a text: the reader's own, else the brand's. Each is looked at by itself: a language in which nothing can be written here
 * falls back to the brand's, never to that of the machine.
 * @param reader the client who gets it; absent for everybody else
 */
export const formatsFor = (brand: Reader, reader?: Reader | null): Formats => ({
  locale: languageOf(reader) ?? languageOf(brand) ?? 'en-GB',
  zone: zoneOf(reader) ?? zoneOf(brand) ?? 'UTC',
});

const languageOf = (one: Reader | null | undefined): string | undefined =>
  one?.locale ? supportedLanguage(one.locale) : undefined;

function zoneOf(one: Reader | null | undefined): string | undefined {
  const read = one?.zone ? readZone(one.zone) : undefined;
  return read?.ok ? read.zone : undefined;
}
