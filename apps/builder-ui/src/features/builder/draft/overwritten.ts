import { findStep, same, type Definition } from '@cueline/workflows';
import { narrowed, type Conflict } from './conflict.js';
import type { DraftState, ServerDraft } from './draft-state.js';
import { valueIn } from './written-field.js';

/**
 * Notices which settings saved from here another window has written over, and which steps edited here it has removed.
 * @param before what this window showed until now
 */
export function withOverwritten<Draft extends ServerDraft>(
  state: DraftState<Draft>,
  before: Definition,
  renamedSteps: ReadonlySet<string>,
): DraftState<Draft> {
  const now = state.definition;
  const recent: Conflict[] = [];
  let { overwritten, lost } = state;
  for (const one of state.recent) {
    const { stepId } = one.fields[0]!;
    if (stepId !== undefined && renamedSteps.has(stepId)) continue;
    const changed = one.fields.filter((field) => !same(valueIn(before, field), valueIn(now, field)));
    if (changed.length === 0) recent.push(one);
    else if (stepId !== undefined && !findStep(now.steps, stepId)) {
      const step = findStep(before.steps, stepId)?.step;
      if (step && !lost.some((gone) => gone.step.id === stepId)) lost = [...lost, { step }];
    } else if (!state.conflicts.some(({ id }) => id === one.id))
      overwritten = [...overwritten.filter(({ id }) => id !== one.id), narrowed(one, changed)];
  }
  return { ...state, recent, overwritten, lost };
}
