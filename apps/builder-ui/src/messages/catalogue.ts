import { numberIn, pluralIn, type Forms } from '@cueline/workflows/language';
import { language } from './language.js';

/** The same texts in another language: as many, under the same names, with the same values in them. */
type Translation<Texts> = {
  readonly [Name in keyof Texts]: Texts[Name] extends string
    ? string
    : Texts[Name] extends (...values: infer Values) => infer Text
      ? (...values: Values) => Text extends string ? string : Text
      : Translation<Texts[Name]>;
};

/** The texts of a room in the language of the page. A text that German lacks does not compile. */
export const catalogue = <const Texts>(texts: {
  readonly en: Texts;
  readonly de: Translation<Texts>;
}): Translation<Texts> => (language === 'de' ? texts.de : (texts.en as Translation<Texts>));

const both = new Intl.ListFormat(language, { type: 'conjunction' });

/** "14,000", "14.000" */
export const number = (value: number): string => numberIn(language, value);

/** The form that a number asks for, with the number in the place of "#" (CLDR plural rules). */
export const plural = (count: number, forms: Forms): string => pluralIn(language, count, forms);

/** "Subject, Text and Name" */
export const list = (items: Iterable<string>): string => both.format(items);
