export type Severity = 'error' | 'warning';

/** One thing wrong with a definition: data for the edge, which makes the words (explainProblem). */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly stepId?: string;
  /** JSON pointer into the definition. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}
