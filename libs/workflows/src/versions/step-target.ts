import { initialState, positionOf, migrateState, stepAt, type Plan } from '../interpreter/index.js';
import { kinds } from '../kinds/registry.js';

/** Where a run is, as far as its row tells. */
export interface CurrentStep {
  /** Null before its first step. */
  readonly stepId: string | null;
  /** Something is being carried out at this moment. */
  readonly underWay: boolean;
}

export type StepTarget =
  /** At once, at the same step, wherever that stands in the other version. */
  | { readonly type: 'there'; readonly stepId: string }
  /** When what is under way is over and the run comes to rest, if the other version has the step at which it then is. */
  | { readonly type: 'afterwards'; readonly stepId: string }
  | {
      readonly type: 'refused';
      readonly code: 'migration.stepRemoved' | 'migration.kindChanged' | 'migration.notBegun';
      readonly params: Readonly<Record<string, string>>;
    };

/** Where a run would go on by another version. The run itself is migrated by the interpreter's `migrateState`, and this asks the same. */
export function stepTarget(from: Plan, to: Plan, { stepId, underWay }: CurrentStep): StepTarget {
  if (stepId === null) return { type: 'refused', code: 'migration.notBegun', params: {} };
  if (underWay) return { type: 'afterwards', stepId };
  const position = positionOf(from, stepId);
  const at = { stepId, visit: 1, phase: 'sleeping' } as const;
  const migrated = migrateState(from, to, { ...initialState(), position: position ?? [], at });
  if (migrated.type === 'migrated') return { type: 'there', stepId };
  const there = positionOf(to, stepId);
  const [was, is] = [position && stepAt(from, position), there && stepAt(to, there)];
  if (!is || !was) return { type: 'refused', code: 'migration.stepRemoved', params: {} };
  return { type: 'refused', code: 'migration.kindChanged', params: { was: was.kind, is: is.kind } };
}

/** In an owner's words. */
export function explainStepTarget(landed: StepTarget): string {
  switch (landed.type) {
    case 'there':
      return 'Goes on from the same step by the new version.';
    case 'afterwards':
      return 'Something is under way: it moves when it next waits, if the new version has that step.';
    case 'refused':
      return refusalMessages[landed.code](landed.params);
  }
}

const labelOf = (kind = ''): string =>
  Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds].label : kind;

const refusalMessages: Readonly<
  Record<
    Extract<StepTarget, { type: 'refused' }>['code'],
    (params: Readonly<Record<string, string>>) => string
  >
> = {
  'migration.stepRemoved': () => 'The new version has no such step: it stays with its version.',
  'migration.kindChanged': ({ was, is }) =>
    `The step was “${labelOf(was)}” and is “${labelOf(is)}” now: it stays with its version.`,
  'migration.notBegun': () => 'It has not begun yet. Ask again in a moment.',
};
