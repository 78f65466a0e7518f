import type { Definition } from '../definition/definition.js';
import { OTHERWISE, type Step, type StepOf } from '../definition/step.js';
import { walk } from '../definition/walk.js';
import { comparisonsOf } from '../conditions/condition.js';
import type { Problem } from './problem.js';

/**
 * Questions whose answer changes nothing. An empty path alone is how an owner says "nothing then", and a wait for an event may be meant as a wait;
 * what is not filled in yet is another problem's matter.
 */
export const emptyPathProblems = ({ steps }: Definition): Problem[] =>
  [...walk(steps)].flatMap(({ step, pointer }) => {
    if (step.kind === 'decide') return ofDecide(step, pointer);
    return step.kind === 'approve' ? ofApproval(step, pointer) : [];
  });

const warning = (code: string, { id }: Step, path: string, params: Problem['params'] = {}): Problem => ({
  code,
  severity: 'warning',
  stepId: id,
  path,
  params,
});

function ofDecide(step: StepOf<'decide'>, pointer: string): Problem[] {
  const { paths } = step;
  const isAsked = paths.every(({ id, when }) => id === OTHERWISE || (when && comparisonsOf(when).length > 0));
  if (!isAsked || paths.at(-1)?.id !== OTHERWISE) return [];
  const last = paths.findLastIndex(({ steps }) => steps.length > 0);
  if (last < 0) return [warning('decide.sameEitherWay', step, `${pointer}/paths`)];
  // An empty path keeps its records from those after it; where those are empty too there is nothing to be kept from.
  return paths.flatMap(({ id, name, steps }, i) =>
    i > last && id !== OTHERWISE && steps.length === 0
      ? [warning('path.changesNothing', step, `${pointer}/paths/${i}/steps`, { path: name || id })]
      : [],
  );
}

/** Declined, the run goes on as if approved: hardly anybody means that. */
function ofApproval(step: StepOf<'approve'>, pointer: string): Problem[] {
  const empty = (outcome: string) => step.paths.some(({ id, steps }) => id === outcome && steps.length === 0);
  return step.question.trim() !== '' && empty('approved') && empty('declined')
    ? [warning('approve.sameEitherWay', step, `${pointer}/paths`)]
    : [];
}
