/** What a reason names beside its code. */
export type ReasonParams = Readonly<Record<string, unknown>>;
/** A reason in an owner's language. */
export type Sentence = (params: ReasonParams) => string;
/** One for what happened, or another one for what would in a rehearsal, where nothing is done and so nothing is said as done. */
export type ReasonMessage = Sentence | { readonly real: Sentence; readonly rehearsed: Sentence };
export type ReasonMessages = Readonly<Record<string, ReasonMessage>>;

/** One name or several, as they are put into a sentence; nothing else is. */
export const text = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';

export const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
