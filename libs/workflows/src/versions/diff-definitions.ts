import type { Definition } from '../definition/definition.js';
import { pathsOf, type Path, type Step } from '../kinds/step.js';
import { walk, type Place } from '../definition/walk.js';
import { slotOf } from '../operations/edit-tree.js';
import type { Change } from './change.js';
import { movedItems } from './moved-items.js';
import { fieldChanges, same } from './same.js';

/**
 * What changed from `a` to `b`: the start and the ends first, then the steps in the reading order of `b`, then what `b` has no more in the
 * reading order of `a`. A step is the same step by its id, wherever it is; one is moved when it stands on another path or in another
 * order, not when others came or went before it.
 */
export function diffDefinitions(a: Definition, b: Definition): readonly Change[] {
  const [before, after] = [placesOf(a), placesOf(b)];
  const moved = movedBetween(before, after);
  const steps = [...after].flatMap(([key, place]): Change[] => {
    const was = before.get(key);
    if (!was) return [{ type: 'stepAdded', stepId: place.step.id, kind: place.step.kind, to: slotOf(place) }];
    return [
      ...(moved.has(key) ? [movedStep(was, place)] : []),
      ...stepChanges(was.step, place.step),
      ...pathChanges(place.step.id, pathsOf(was.step), pathsOf(place.step)),
    ];
  });
  const gone = [...before].flatMap(([key, place]): Change[] =>
    after.has(key)
      ? []
      : [{ type: 'stepRemoved', stepId: place.step.id, kind: place.step.kind, from: slotOf(place) }],
  );
  return [...triggerChanges(a, b), ...exitChanges(a, b), ...steps, ...gone];
}

/** Every place by the step's id. A draft may hold an id twice, which the checks refuse: the second one counts as another step. */
function placesOf({ steps }: Definition): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const place of walk(steps)) {
    let key = place.step.id;
    while (places.has(key)) key += '+';
    places.set(key, place);
  }
  return places;
}

const sequenceOf = ({ parent }: Place): string => (parent ? `${parent.step.id}/${parent.path.id}` : '');

function movedBetween(before: Map<string, Place>, after: Map<string, Place>): Set<string> {
  const staying = [...after].filter(
    ([key, place]) => before.has(key) && sequenceOf(before.get(key)!) === sequenceOf(place),
  );
  const moved = new Set([...after.keys()].filter((key) => before.has(key)));
  for (const [key] of staying) moved.delete(key);
  for (const sequence of new Set(staying.map(([, place]) => sequenceOf(place)))) {
    const here = new Set(staying.flatMap(([key, place]) => (sequenceOf(place) === sequence ? [key] : [])));
    const inOrder = (places: Map<string, Place>) => [...places.keys()].filter((key) => here.has(key));
    for (const key of movedItems(inOrder(before), inOrder(after))) moved.add(key);
  }
  return moved;
}

const movedStep = (from: Place, to: Place): Change => ({
  type: 'stepMoved',
  stepId: to.step.id,
  from: slotOf(from),
  to: slotOf(to),
});

function stepChanges(before: Step, after: Step): Change[] {
  const fields = fieldChanges(before, after, ['paths']);
  return fields.length > 0 ? [{ type: 'stepChanged', stepId: after.id, fields }] : [];
}

function pathChanges(stepId: string, before: readonly Path[], after: readonly Path[]): Change[] {
  const was = new Map(before.map((path) => [path.id, path]));
  const is = new Set(after.map(({ id }) => id));
  const staying = (paths: readonly Path[]) =>
    paths.map(({ id }) => id).filter((id) => was.has(id) && is.has(id));
  const moved = movedItems(staying(before), staying(after));
  const now = after.flatMap((path): Change[] => {
    const at = { stepId, pathId: path.id };
    const old = was.get(path.id);
    if (!old) return [{ type: 'pathAdded', ...at }];
    const fields = fieldChanges(old, path, ['steps']);
    return [
      ...(moved.has(path.id) ? [{ type: 'pathMoved', ...at } as const] : []),
      ...(fields.length > 0 ? [{ type: 'pathChanged', ...at, fields } as const] : []),
    ];
  });
  const gone = before.filter(({ id }) => !is.has(id));
  return [...now, ...gone.map(({ id }): Change => ({ type: 'pathRemoved', stepId, pathId: id }))];
}

function triggerChanges(a: Definition, b: Definition): Change[] {
  const fields = fieldChanges(a.trigger, b.trigger);
  return fields.length > 0 ? [{ type: 'triggerChanged', fields }] : [];
}

/** The order of the rules means nothing, yet a change of it is one. */
function exitChanges({ exitOn: before }: Definition, { exitOn: after }: Definition): Change[] {
  if (same(before, after)) return [];
  const only = (some: Definition['exitOn'], others: Definition['exitOn']) =>
    some.filter((rule) => !others.some((other) => same(rule, other)));
  return [{ type: 'exitOnChanged', added: only(after, before), removed: only(before, after) }];
}
