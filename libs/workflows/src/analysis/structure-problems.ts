import type { Definition } from '../definition/definition.js';
import { beginsBy } from '../kinds/entry.js';
import { pathsOf, type Step } from '../kinds/step.js';
import { walk } from '../definition/walk.js';
import type { Problem, ProblemCode } from './problem.js';

/** What is wrong with the tree as such: doubled ids, nothing to do, steps that no run can reach. */
export function structureProblems({ steps }: Definition): Problem[] {
  const problems: Problem[] = [];
  if (steps.length === 0)
    problems.push({ code: 'workflow.empty', severity: 'error', path: '/steps', params: {} });
  const seen = new Set<string>();
  for (const { step, pointer } of walk(steps)) {
    if (seen.has(step.id)) problems.push(at('step.duplicateId', step, `${pointer}/id`, { id: step.id }));
    seen.add(step.id);
    problems.push(...doubledPaths(step, pointer));
  }
  return [...problems, ...unreachable(steps, '/steps').problems];
}

const at = (code: ProblemCode, step: Step, path: string, params: Problem['params']): Problem => ({
  code,
  severity: 'error',
  stepId: step.id,
  path,
  params,
});

function doubledPaths(step: Step, pointer: string): Problem[] {
  const ids = pathsOf(step).map((path) => path.id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) < i ? [at('path.duplicateId', step, `${pointer}/paths/${i}/id`, { id })] : [],
  );
}

/** Steps after an end, or after a step all of whose paths end. */
function unreachable(steps: readonly Step[], pointer: string): { ends: boolean; problems: Problem[] } {
  const problems: Problem[] = [];
  let ends = false;
  for (const [i, step] of steps.entries()) {
    const here = `${pointer}/${i}`;
    if (ends) {
      problems.push({ code: 'step.unreachable', severity: 'error', stepId: step.id, path: here, params: {} });
      break;
    }
    const inside = pathsOf(step).map((path, p) => unreachable(path.steps, `${here}/paths/${p}/steps`));
    problems.push(...inside.flatMap((one) => one.problems));
    ends = beginsBy(step.kind) === 'end' || (inside.length > 0 && inside.every((one) => one.ends));
  }
  return { ends, problems };
}
