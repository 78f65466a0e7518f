import type { Language, Texts } from '../language/language.js';

export type Severity = 'error' | 'warning';

/** What a problem names beside its code; a text that is one in each language is there in each. */
export type ProblemParams = Readonly<Record<string, string | number | Texts>>;

/** One thing wrong with a definition: data for the edge, which makes the sentence (explainProblem). */
export interface ProblemOf<Code extends string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly stepId?: string;
  /** JSON pointer into the definition. */
  readonly path: string;
  readonly params: ProblemParams;
}

/** A problem found in one place: its path is relative to that place, and it is an error unless it says otherwise. */
export type ProblemDraftOf<Code extends string> = Pick<ProblemOf<Code>, 'code' | 'path' | 'params'> &
  Partial<Pick<ProblemOf<Code>, 'severity'>>;

/** Its params as a sentence takes them, in the sentence's language. */
export type SpokenParams = Readonly<Record<string, string | number>>;
/** What is wrong and how to fix it, for an owner; a language without a sentence does not compile. */
export type ProblemMessage = Readonly<Record<Language, (params: SpokenParams) => string>>;
export type ProblemMessages = Readonly<Record<string, ProblemMessage>>;
