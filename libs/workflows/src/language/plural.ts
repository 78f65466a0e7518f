import type { Language } from './language.js';

/** The forms that a language has beside a number (CLDR plural rules); "#" stands for the number. */
export interface Forms extends Partial<Record<Intl.LDMLPluralRule, string>> {
  readonly other: string;
}

const rules = { en: new Intl.PluralRules('en'), de: new Intl.PluralRules('de') };
const numbers = { en: new Intl.NumberFormat('en'), de: new Intl.NumberFormat('de') };

/** "14,000", "14.000" */
export const numberIn = (language: Language, value: number): string => numbers[language].format(value);

/** "1 email", "2 emails": the form that the number asks for. */
export const pluralIn = (language: Language, count: number, forms: Forms): string =>
  (forms[rules[language].select(count)] ?? forms.other).replaceAll('#', numberIn(language, count));
