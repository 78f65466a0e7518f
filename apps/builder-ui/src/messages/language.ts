import { isLanguage, preferredLanguage, type Language } from '@cueline/workflows/language';

/** Each in its own language: whoever looks for theirs may not read the other. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

const KEY = 'cueline.language';

function ofThisPage(): Language {
  if (typeof document === 'undefined') return 'en';
  try {
    const kept = localStorage.getItem(KEY);
    if (isLanguage(kept)) return kept;
  } catch {
    // This browser keeps nothing: then its own language.
  }
  return preferredLanguage(navigator.languages);
}

/** The language of the page. It does not change while the page is open: a member who chooses another loads the page again. */
export const language: Language = ofThisPage();

/**
 * What this browser opens the next page in. @param next null: the language of the browser
 * @returns whether that is another than this page's
 */
export function rememberLanguage(next: Language | null): boolean {
  try {
    if (next === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
    return (next ?? preferredLanguage(navigator.languages)) !== language;
  } catch {
    // Where nothing is kept the next page would be as this one, again and again.
    return false;
  }
}

/** How a reader writes dates and amounts: as the brand does, if that is the language of the page. @param locale of the brand, "de-AT" */
export const localeFor = (locale: string): string =>
  locale.toLowerCase().split('-')[0] === language ? locale : language;
