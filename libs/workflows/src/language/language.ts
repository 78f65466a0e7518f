export const languages = ['en', 'de'] as const;
/** A language that the product speaks to the people of a studio. */
export type Language = (typeof languages)[number];

/** The same text in each language; one that is missing does not compile. */
export type Texts = Readonly<Record<Language, string>>;

export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value);

/** The first language of a reader that the product has, else English. @param wanted language tags, best first: "de-AT" */
export const preferredLanguage = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.trim().toLowerCase().split('-')[0]).find(isLanguage) ?? 'en';

/** What a text comes to in each language. */
export const inEach = (say: (language: Language) => string): Texts => ({ en: say('en'), de: say('de') });

export const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' &&
  value !== null &&
  languages.every((language) => typeof (value as Partial<Texts>)[language] === 'string');
