import type { Definition } from '../definition/definition.js';
import { stepSchema } from '../definition/definition.js';
import { limits } from '../limits.js';
import { pathsOf, type Step } from '../kinds/step.js';
import { OTHERWISE } from '../kinds/step-base.js';
import { findStep, walk, type Place } from '../definition/walk.js';
import { kindOf } from '../kinds/registry.js';
import { editSequence, editStep, inserted, sequenceAt, slotOf, without, withPaths } from './edit-tree.js';
import type { Operation, Slot } from './operation.js';

export type Refusal =
  | 'noSuchStep'
  | 'noSuchPlace'
  | 'noSuchPath'
  | 'idTaken'
  | 'intoItself'
  | 'tooManySteps'
  | 'tooDeep'
  | 'notAPathStep'
  | 'otherwiseStays'
  | 'pathsAreFixed'
  | 'wrongSettings';

export type Applied =
  | {
      readonly ok: true;
      readonly definition: Definition;
      /** The edit that takes this one back. */ readonly inverse: Operation;
    }
  | { readonly ok: false; readonly refusal: Refusal };

const refuse = (refusal: Refusal): Applied => ({ ok: false, refusal });
const done = (definition: Definition, steps: readonly Step[], inverse: Operation): Applied => {
  const changed = { ...definition, steps };
  const places = [...walk(steps)];
  if (places.length > limits.steps) return refuse('tooManySteps');
  if (places.some(({ depth }) => depth > limits.depth)) return refuse('tooDeep');
  return { ok: true, definition: changed, inverse };
};

type Of<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

/** Only a kind whose paths are the owner's own has them added, removed or moved. */
const hasOwnPaths = (step: Step): boolean => kindOf(step).outcomes === 'own';

const idsIn = (step: Step): string[] => [...walk([step])].map((place) => place.step.id);

function taken(definition: Definition, steps: readonly Step[]): boolean {
  const present = new Set([...walk(definition.steps)].map(({ step }) => step.id));
  const added = steps.flatMap(idsIn);
  return new Set(added).size < added.length || added.some((id) => present.has(id));
}

/** Applies one edit, or says why it can't be. The definition given is never changed. */
export function applyOperation(definition: Definition, operation: Operation): Applied {
  switch (operation.type) {
    case 'insertStep':
      return insertStep(definition, operation);
    case 'setTrigger':
      return {
        ok: true,
        definition: { ...definition, trigger: operation.trigger },
        inverse: { type: 'setTrigger', trigger: definition.trigger },
      };
    case 'setExitOn':
      return {
        ok: true,
        definition: { ...definition, exitOn: operation.exitOn },
        inverse: { type: 'setExitOn', exitOn: definition.exitOn },
      };
    default: {
      const place = findStep(definition.steps, operation.stepId);
      return place ? applyToStep(definition, operation, place) : refuse('noSuchStep');
    }
  }
}

function applyToStep(
  definition: Definition,
  operation: Exclude<Operation, Of<'insertStep' | 'setTrigger' | 'setExitOn'>>,
  place: Place,
): Applied {
  switch (operation.type) {
    case 'removeStep':
      return done(definition, removed(definition.steps, slotOf(place)), {
        type: 'insertStep',
        slot: slotOf(place),
        step: place.step,
      });
    case 'moveStep':
      return moveStep(definition, operation, place);
    case 'updateStep':
      return updateStep(definition, operation, place);
    case 'addPath':
      return addPath(definition, operation, place);
    case 'removePath':
      return removePath(definition, operation, place);
    case 'movePath':
      return movePath(definition, operation, place);
    case 'updatePath':
      return updatePath(definition, operation, place);
    case 'wrapInDecide':
      return wrapInDecide(definition, operation, place);
    case 'unwrapDecide':
      return unwrapDecide(definition, operation, place);
  }
}

const removed = (steps: readonly Step[], { parent, index }: Slot) =>
  editSequence(steps, parent, (sequence) => without(sequence, index));
const put = (steps: readonly Step[], { parent, index }: Slot, step: Step) =>
  editSequence(steps, parent, (sequence) => inserted(sequence, index, step));
const exists = (steps: readonly Step[], { parent, index }: Slot): boolean =>
  index <= (sequenceAt(steps, parent)?.length ?? -1);

function insertStep(definition: Definition, { slot, step }: Of<'insertStep'>): Applied {
  if (!exists(definition.steps, slot)) return refuse('noSuchPlace');
  if (taken(definition, [step])) return refuse('idTaken');
  return done(definition, put(definition.steps, slot, step), { type: 'removeStep', stepId: step.id });
}

/** `to` is read in the definition without the step. */
function moveStep(definition: Definition, { stepId, to }: Of<'moveStep'>, place: Place): Applied {
  if (to.parent && idsIn(place.step).includes(to.parent.stepId)) return refuse('intoItself');
  const rest = removed(definition.steps, slotOf(place));
  if (!exists(rest, to)) return refuse('noSuchPlace');
  return done(definition, put(rest, to, place.step), { type: 'moveStep', stepId, to: slotOf(place) });
}

const fixedKeys = new Set(['id', 'kind', 'paths']);

function updateStep(
  definition: Definition,
  { stepId, set, unset = [] }: Of<'updateStep'>,
  { step }: Place,
): Applied {
  const keys = [...Object.keys(set), ...unset];
  if (keys.some((key) => fixedKeys.has(key) || key in Object.prototype)) return refuse('wrongSettings');
  const kept = Object.fromEntries(Object.entries(step).filter(([key]) => !unset.includes(key)));
  const parsed = stepSchema.safeParse({ ...kept, ...set });
  if (!parsed.success) return refuse('wrongSettings');
  const before = step as unknown as Record<string, unknown>;
  const restored = keys.filter((key) => Object.hasOwn(step, key));
  const inverse: Operation = {
    type: 'updateStep',
    stepId,
    set: Object.fromEntries(restored.map((key) => [key, before[key]])),
    unset: keys.filter((key) => !Object.hasOwn(step, key)),
  };
  // Key order is kept, so that taking an edit back gives the very same document.
  return done(
    definition,
    editStep(definition.steps, stepId, () => parsed.data),
    inverse,
  );
}

function addPath(definition: Definition, { stepId, index, path }: Of<'addPath'>, { step }: Place): Applied {
  const paths = pathsOf(step);
  if (paths.length === 0) return refuse('notAPathStep');
  if (!hasOwnPaths(step)) return refuse('pathsAreFixed');
  if (paths.some(({ id }) => id === path.id) || taken(definition, path.steps)) return refuse('idTaken');
  const afterOtherwise = paths.at(-1)?.id === OTHERWISE && index >= paths.length;
  if (index > paths.length || afterOtherwise) return refuse('noSuchPlace');
  const steps = editStep(definition.steps, stepId, (one) =>
    withPaths(one, (all) => inserted(all, index, path)),
  );
  return done(definition, steps, { type: 'removePath', stepId, pathId: path.id });
}

function removePath(definition: Definition, { stepId, pathId }: Of<'removePath'>, { step }: Place): Applied {
  const index = pathsOf(step).findIndex(({ id }) => id === pathId);
  if (index < 0) return refuse('noSuchPath');
  if (!hasOwnPaths(step)) return refuse('pathsAreFixed');
  if (pathId === OTHERWISE) return refuse('otherwiseStays');
  const path = pathsOf(step)[index]!;
  const steps = editStep(definition.steps, stepId, (one) => withPaths(one, (all) => without(all, index)));
  return done(definition, steps, { type: 'addPath', stepId, index, path });
}

function movePath(
  definition: Definition,
  { stepId, pathId, index }: Of<'movePath'>,
  { step }: Place,
): Applied {
  const paths = pathsOf(step);
  const from = paths.findIndex(({ id }) => id === pathId);
  if (from < 0) return refuse('noSuchPath');
  if (!hasOwnPaths(step)) return refuse('pathsAreFixed');
  if (pathId === OTHERWISE || paths[index]?.id === OTHERWISE) return refuse('otherwiseStays');
  if (index >= paths.length) return refuse('noSuchPlace');
  const steps = editStep(definition.steps, stepId, (one) =>
    withPaths(one, (all) => inserted(without(all, from), index, all[from]!)),
  );
  return done(definition, steps, { type: 'movePath', stepId, pathId, index: from });
}

function updatePath(definition: Definition, operation: Of<'updatePath'>, { step }: Place): Applied {
  const { stepId, pathId, name, when } = operation;
  const before = pathsOf(step).find(({ id }) => id === pathId);
  if (!before) return refuse('noSuchPath');
  if (when !== undefined && !hasOwnPaths(step)) return refuse('pathsAreFixed');
  const { id, steps: inside } = before;
  const nextName = name === undefined ? before.name : (name ?? undefined);
  const nextWhen = when === undefined ? before.when : (when ?? undefined);
  const after = {
    id,
    ...(nextName === undefined ? {} : { name: nextName }),
    ...(nextWhen === undefined ? {} : { when: nextWhen }),
    steps: inside,
  };
  const steps = editStep(definition.steps, stepId, (one) =>
    withPaths(one, (all) => all.map((path) => (path.id === pathId ? after : path))),
  );
  const inverse: Operation = {
    type: 'updatePath',
    stepId,
    pathId,
    ...(name === undefined ? {} : { name: before.name ?? null }),
    ...(when === undefined ? {} : { when: before.when ?? null }),
  };
  return done(definition, steps, inverse);
}

function wrapInDecide(
  definition: Definition,
  { stepId, decide, pathId }: Of<'wrapInDecide'>,
  place: Place,
): Applied {
  if (!hasOwnPaths(decide)) return refuse('notAPathStep');
  const path = pathsOf(decide).find(({ id }) => id === pathId);
  if (!path || pathsOf(decide).some(({ steps }) => steps.length > 0)) return refuse('noSuchPath');
  if (taken(definition, [decide])) return refuse('idTaken');
  const wrapped = withPaths(decide, (paths) =>
    paths.map((one) => (one.id === pathId ? { ...one, steps: [place.step] } : one)),
  );
  const steps = editStep(definition.steps, stepId, () => wrapped);
  return done(definition, steps, { type: 'unwrapDecide', stepId: decide.id, pathId });
}

function unwrapDecide(
  definition: Definition,
  { stepId, pathId }: Of<'unwrapDecide'>,
  { step }: Place,
): Applied {
  const path = pathsOf(step).find(({ id }) => id === pathId);
  const [only, ...more] = path?.steps ?? [];
  const elsewhere = pathsOf(step).some(({ id, steps }) => id !== pathId && steps.length > 0);
  if (!only || more.length > 0 || elsewhere) return refuse('noSuchPath');
  const decide = withPaths(step, (paths) => paths.map((one) => ({ ...one, steps: [] })));
  return done(
    definition,
    editStep(definition.steps, stepId, () => only),
    { type: 'wrapInDecide', stepId: only.id, decide, pathId },
  );
}
