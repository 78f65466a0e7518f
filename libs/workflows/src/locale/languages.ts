import type { Texts } from '../language/language.js';
import { trimBlanks } from './blanks.js';

export type ReadLanguage =
  { readonly ok: true; readonly locale: string } | { readonly ok: false; readonly message: Texts };

const LONGEST = 35;
const refused: ReadLanguage = {
  ok: false,
  message: {
    en: 'There is no such language tag. Give one such as en-GB (BCP 47).',
    de: 'Dieses Sprachkürzel gibt es nicht. Gib eins an wie de-AT (BCP 47).',
  },
};

/**
 * A language tag (BCP 47) in its canonical spelling; `fr_fr`, as programs write it, is fr-FR. A word such as "english" has the form of a tag, but no
 * language of more than three letters was ever registered.
 */
export function readLanguage(written: string): ReadLanguage {
  const tag = trimBlanks(written).replaceAll('_', '-');
  if (tag.length > LONGEST) return refused;
  const locale = canonical(tag);
  if (locale === undefined) return refused;
  const [language = ''] = locale.split('-');
  return /^[a-z]{2,3}$/.test(language) && language !== 'und' ? { ok: true, locale } : refused;
}

function canonical(tag: string): string | undefined {
  try {
    const [locale, ...more] = Intl.getCanonicalLocales(tag);
    return more.length === 0 ? locale : undefined;
  } catch {
    return undefined;
  }
}

/** The tag, where dates and numbers can be written in its language here. */
export function supportedLanguage(written: string): string | undefined {
  const read = readLanguage(written);
  return read.ok ? Intl.DateTimeFormat.supportedLocalesOf([read.locale])[0] : undefined;
}
