import type { Texts } from './language.js';

const known = new Map<string, Texts>();

/** The English text, for a library that takes one alone, such as a schema's message; `textsOf` gives the others again where it is read out. */
export function inEnglish(texts: Texts): string {
  known.set(texts.en, texts);
  return texts.en;
}

export const textsOf = (english: string): Texts | undefined => known.get(english);
