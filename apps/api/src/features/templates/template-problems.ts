import type { templates } from '@cueline/contracts';
import {
  explainTemplateProblem,
  unknownFields,
  type Compiled,
  type TemplateProblem,
  type TemplateSource,
} from '@cueline/email';
import { records } from '@cueline/workflows';

const knownFields = new Set(records.flatMap(({ fields }) => fields.map(({ path }) => path)));

export type ProblemView = templates.TemplateView['problems'][number];

/** All that is wrong with a template, in words, each with its place. */
export function problemsOf(compiled: Compiled, source: TemplateSource): ProblemView[] {
  const problems = compiled.ok
    ? [...unknownFields(compiled.template, knownFields), ...compiled.warnings]
    : compiled.problems;
  return problems.map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    part: problem.part,
    line: problem.line,
    column: problem.column,
    offset: problem.offset ?? offsetOf(source[problem.part] ?? '', problem),
    params: problem.params,
    message: explainTemplateProblem(problem),
  }));
}

/** What keeps a template from being mailed. */
export const errorsAmong = (problems: readonly ProblemView[]): ProblemView[] =>
  problems.filter(({ severity }) => severity === 'error');

function offsetOf(text: string, { line, column }: Pick<TemplateProblem, 'line' | 'column'>): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
