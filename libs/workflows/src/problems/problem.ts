export type Severity = 'error' | 'warning';

export type ProblemParams = Readonly<Record<string, string | number>>;

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

/** What is wrong and how to fix it, in an owner's language. */
export type ProblemMessage = (params: ProblemParams) => string;
export type ProblemMessages = Readonly<Record<string, ProblemMessage>>;
