import { comparisonsOf } from '../../conditions/condition.js';
import { conditionProblems } from '../../analysis/condition-problems.js';
import { OTHERWISE, type Path, type StepBase } from '../../definition/step.js';
import type { CheckContext, Kind, ProblemDraft } from '../kind.js';

export interface DecideStep extends StepBase {
  readonly kind: 'decide';
  /** Looked at in order; the first whose condition holds is taken. The last one is `otherwise`. */
  readonly paths: readonly Path[];
}

export const decide: Kind<'decide'> = {
  kind: 'decide',
  label: 'Decide',
  hint: 'Go different ways, by what the record says at that moment',
  config: {},
  outcomes: 'own',
  defaults: (id) => ({
    id,
    kind: 'decide',
    paths: [
      { id: 'yes', name: 'Yes', when: { all: [] }, steps: [] },
      { id: OTHERWISE, name: 'Otherwise', steps: [] },
    ],
  }),
  summary: (step) => {
    const names = step.paths.map((path) => path.name || (path.id === OTHERWISE ? 'otherwise' : path.id));
    return `Decide: ${names.join(', ')}`;
  },
  problems: (step, context) => [
    ...shapeProblems(step),
    ...step.paths.flatMap((path, i) => pathProblems(path, i, context)),
  ],
};

function shapeProblems({ paths }: DecideStep): ProblemDraft[] {
  const problems: ProblemDraft[] = [];
  const otherwise = paths.findIndex((path) => path.id === OTHERWISE);
  if (otherwise < 0) problems.push({ code: 'decide.noOtherwise', path: '/paths', params: {} });
  else if (otherwise !== paths.length - 1)
    problems.push({ code: 'decide.otherwiseNotLast', path: `/paths/${otherwise}`, params: {} });
  if (paths.length < 2) problems.push({ code: 'decide.onePath', path: '/paths', params: {} });
  return problems;
}

function pathProblems(path: Path, index: number, context: CheckContext): ProblemDraft[] {
  const at = `/paths/${index}/when`;
  const params = { path: path.name || path.id };
  if (path.id === OTHERWISE)
    return path.when ? [{ code: 'decide.otherwiseWithCondition', path: at, params }] : [];
  if (!path.when || comparisonsOf(path.when).length === 0)
    return [{ code: 'decide.noCondition', path: at, params }];
  return conditionProblems(path.when, context.fields, at);
}
