import type { Diagnostic } from '@codemirror/lint';

export interface SourceProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Characters before it. */
  readonly offset: number;
}

/** Marks from a problem's place to the end of its word or tag. @param length of the text, which may have grown shorter since */
export const diagnosticsOf = (problems: readonly SourceProblem[], length: number): Diagnostic[] =>
  problems.map(({ severity, message, offset }) => {
    const from = Math.min(offset, length);
    return { from, to: Math.min(from + 1, length), severity, message };
  });
