import type { templates } from '@cueline/contracts';
import {
  blockProblems,
  explainTemplateProblem,
  fieldsOf,
  unknownFields,
  type Compiled,
  type TemplateContent,
  type TemplateProblem,
} from '@cueline/email';
import { fieldOf, inEach, records, type Texts } from '@cueline/workflows';

/** Of money its amount and its currency, too: conditions that were blocks compare them. */
const knownFields = new Set(
  records.flatMap(({ fields }) =>
    fields.flatMap(({ path, type }) =>
      type === 'money' ? [path, `${path}.amountMinor`, `${path}.currency`] : [path],
    ),
  ),
);
/** Gmail cuts off what is beyond (102,400 bytes), and the way to unsubscribe with it. */
const SIZE_LIMIT_KB = 100;

export type ProblemView = templates.TemplateView['problems'][number];
/** Said in each language: what was found once is shown to readers of either. */
export type FoundProblem = Omit<ProblemView, 'message'> & { readonly message: Texts };

/** All that is wrong with a template, each with its place. */
export function problemsOf(compiled: Compiled, content: TemplateContent): FoundProblem[] {
  const problems = compiled.ok
    ? [...unknownFields(compiled.template, knownFields), ...emptyFields(compiled), ...compiled.warnings]
    : compiled.problems;
  const ofFields = content.blocks ? blockProblems(content.blocks, fieldOf) : [];
  return [...problems, ...ofFields].map((problem) => found(problem, content));
}

/** How a mail as it would leave is too long, where it is. */
export function sizeProblem(html: string): FoundProblem | undefined {
  const kilobytes = Math.ceil(Buffer.byteLength(html) / 1024);
  if (kilobytes <= SIZE_LIMIT_KB) return undefined;
  const params = { kilobytes, limit: SIZE_LIMIT_KB };
  return found(
    { code: 'size', severity: 'warning', part: 'html', line: 1, column: 1, offset: 0, params },
    {},
  );
}

/** Fields that a record may leave empty, written where nothing stands in for them. */
const emptyFields = ({ template }: Extract<Compiled, { ok: true }>): TemplateProblem[] =>
  fieldsOf(template).flatMap(({ path, hasFallback, part, line, column, block }) =>
    !hasFallback && fieldOf(path)?.mayBeEmpty
      ? [
          {
            code: 'mayBeEmpty',
            severity: 'warning',
            part,
            line,
            column,
            block,
            params: { field: path },
          } as const,
        ]
      : [],
  );

function found(problem: TemplateProblem, content: Partial<TemplateContent>): FoundProblem {
  const { block } = problem;
  return {
    code: problem.code,
    severity: problem.severity,
    part: problem.part,
    line: problem.line,
    column: problem.column,
    offset: problem.offset ?? (block ? 0 : offsetOf(content[problem.part] ?? '', problem)),
    block: block ? { id: block.id ?? null, pointer: block.pointer } : null,
    params: problem.params,
    message: inEach((language) => explainTemplateProblem(problem, language)),
  };
}

/** What keeps a template from being mailed. */
export const errorsAmong = (problems: readonly FoundProblem[]): FoundProblem[] =>
  problems.filter(({ severity }) => severity === 'error');

function offsetOf(text: string, { line, column }: Pick<TemplateProblem, 'line' | 'column'>): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
