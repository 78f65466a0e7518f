import type { ReasonCode } from '../reasons/reason.js';
/** A line and a plain text of a step with their merge fields filled in, or why they cannot be. */
export type Filled =
  | { readonly ok: true; readonly line: string; readonly text: string }
  | { readonly ok: false; readonly code: ReasonCode; readonly params: object };

export type Fill = (line: string, text: string) => Filled;

/** At most so many characters, cut at a whole one. */
export const cut = (text: string, characters: number): string =>
  text.length <= characters ? text : `${text.slice(0, characters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
