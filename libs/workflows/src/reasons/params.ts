/** What a reason names beside its code. */
export type Params = Readonly<Record<string, unknown>>;
/** A reason in an owner's words. */
export type Words = (params: Params) => string;

/** One name or several, as they stand in a sentence; nothing else has words. */
export const text = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
