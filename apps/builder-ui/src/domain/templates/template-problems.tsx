import { Stack } from '@mantine/core';
import { ProblemRow } from '../../kit/problem-row.js';
import type { Severity } from '../../kit/severity.js';
import { partLabels, type Part } from './template-draft.js';
import { m } from './messages.js';

export interface TemplateProblem {
  readonly severity: Severity;
  readonly part: Part;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

interface Props {
  readonly problems: readonly TemplateProblem[];
  readonly onGo: (problem: TemplateProblem) => void;
}

/** What is wrong, as one types; each leads to its place. */
export function TemplateProblems({ problems, onGo }: Props) {
  if (problems.length === 0) return null;
  return (
    <Stack gap={6} role="group" aria-label={m.problems}>
      {problems.map((problem) => (
        <ProblemRow
          key={`${problem.part}:${problem.line}:${problem.column}:${problem.message}`}
          severity={problem.severity}
          message={problem.message}
          place={m.place(partLabels[problem.part], problem.line)}
          onGo={() => onGo(problem)}
        />
      ))}
    </Stack>
  );
}

/** The place of a line and a column, both from 1, in a text. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(text.length, before + Math.min(column - 1, lines[line - 1]?.length ?? 0));
}
