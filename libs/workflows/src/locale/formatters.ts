import { supportedLanguage } from './languages.js';

/** Making a formatter costs far more than using it; locales, zones and currencies are few. */
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();
const MOST_KEPT = 500;

/** A language that cannot be written here becomes English, never that of the machine. @throws RangeError for a zone that Intl does not read */
export function formatterOf(
  kind: 'number',
  locale: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat;
export function formatterOf(
  kind: 'date',
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat;
export function formatterOf(
  kind: 'number' | 'date',
  locale: string,
  options: Intl.NumberFormatOptions | Intl.DateTimeFormatOptions,
): Intl.NumberFormat | Intl.DateTimeFormat {
  const name = JSON.stringify([kind, locale, options]);
  const found = kept.get(name);
  if (found) return found;
  if (kept.size >= MOST_KEPT) kept.clear();
  const language = supportedLanguage(locale) ?? 'en-GB';
  const made =
    kind === 'number' ? new Intl.NumberFormat(language, options) : new Intl.DateTimeFormat(language, options);
  kept.set(name, made);
  return made;
}
