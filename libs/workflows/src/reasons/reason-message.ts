import type { Language } from '../language/language.js';

/** What a reason names beside its code. */
export type ReasonParams = Readonly<Record<string, unknown>>;
/** A reason for an owner, in one language. */
export type Sentence = (params: ReasonParams) => string;
/** The same in each: a language without a sentence does not compile. */
export type Sentences = Readonly<Record<Language, Sentence>>;
/** One for what happened, or another one for what would in a rehearsal, where nothing is done and so nothing is said as done. */
export type ReasonMessage = Sentences | { readonly real: Sentences; readonly rehearsed: Sentences };
export type ReasonMessages = Readonly<Record<string, ReasonMessage>>;

/** One name or several, as they are put into a sentence; nothing else is. */
export const text = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';

export const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
