import type { templates } from '@cueline/contracts';
import {
  explainTemplateProblem,
  unknownFields,
  type Compiled,
  type TemplateProblem,
  type TemplateSource,
} from '@cueline/email';
import { inEach, records, type Texts } from '@cueline/workflows';

const knownFields = new Set(records.flatMap(({ fields }) => fields.map(({ path }) => path)));

export type ProblemView = templates.TemplateView['problems'][number];
/** Said in each language: what was found once is shown to readers of either. */
export type FoundProblem = Omit<ProblemView, 'message'> & { readonly message: Texts };

/** All that is wrong with a template, each with its place. */
export function problemsOf(compiled: Compiled, source: TemplateSource): FoundProblem[] {
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
    message: inEach((language) => explainTemplateProblem(problem, language)),
  }));
}

/** What keeps a template from being mailed. */
export const errorsAmong = (problems: readonly FoundProblem[]): FoundProblem[] =>
  problems.filter(({ severity }) => severity === 'error');

function offsetOf(text: string, { line, column }: Pick<TemplateProblem, 'line' | 'column'>): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
