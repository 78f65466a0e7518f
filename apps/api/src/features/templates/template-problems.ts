import type { templates } from '@cueline/contracts';
import { explainTemplateProblem, unknownFields, type Compiled } from '@cueline/email';
import { records } from '@cueline/workflows';

const knownFields = new Set(records.flatMap(({ fields }) => fields.map(({ path }) => path)));

export type ProblemView = templates.TemplateView['problems'][number];

/** All that is wrong with a template, in words, each with its place. */
export function problemsOf(compiled: Compiled): ProblemView[] {
  const problems = compiled.ok ? unknownFields(compiled.template, knownFields) : compiled.problems;
  return problems.map((problem) => ({
    code: problem.code,
    part: problem.part,
    line: problem.line,
    column: problem.column,
    message: explainTemplateProblem(problem),
  }));
}
