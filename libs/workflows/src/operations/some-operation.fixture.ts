import fc from 'fast-check';
import { pathsOf, walk, type Definition } from '../definition/index.js';
import { kinds, stepKinds } from '../kinds/index.js';
import { duplicateOperation, freshStepId, type Operation, type Slot } from './index.js';

/** What operations to make, and where. */
export const anyPicks = fc.array(fc.record({ what: fc.nat(), where: fc.nat(), to: fc.nat() }), {
  maxLength: 25,
});

/** Some operation on some place, whether it makes sense there or not. */
export function operationFor(
  definition: Definition,
  { what, where, to }: Record<'what' | 'where' | 'to', number>,
): Operation {
  const places = [...walk(definition.steps)];
  const step = places[where % places.length]?.step ?? kinds.end.defaults('none');
  const paths = places.flatMap((place) => pathsOf(place.step).map((path) => ({ parent: place.step, path })));
  const path = paths[to % Math.max(1, paths.length)];
  const parent = path && to % 3 > 0 ? { stepId: path.parent.id, pathId: path.path.id } : null;
  const slot: Slot = { parent, index: to % 3 };
  const branch = { stepId: path?.parent.id ?? 'none', pathId: path?.path.id ?? 'none' };
  const when = { field: 'booking.kind', op: 'is', value: `kind ${to}` } as const;
  const kind = stepKinds[to % stepKinds.length]!;
  const all: Operation[] = [
    { type: 'insertStep', slot, step: kinds[kind].defaults(freshStepId(definition, kind)) },
    { type: 'removeStep', stepId: step.id },
    { type: 'moveStep', stepId: step.id, to: slot },
    { type: 'updateStep', stepId: step.id, set: { name: `name ${to}` } },
    { type: 'updateStep', stepId: step.id, set: {}, unset: ['name'] },
    { type: 'addPath', stepId: branch.stepId, index: 0, path: { id: `path-${to % 5}`, when, steps: [] } },
    { type: 'removePath', ...branch },
    { type: 'movePath', ...branch, index: where % 3 },
    { type: 'updatePath', ...branch, name: to % 2 ? `path ${to}` : null, when },
    { type: 'updatePath', ...branch, when: null },
    {
      type: 'wrapInDecide',
      stepId: step.id,
      decide: kinds.decide.defaults(freshStepId(definition, 'decide')),
      pathId: to % 2 ? 'yes' : 'otherwise',
    },
    { type: 'unwrapDecide', ...branch },
    {
      type: 'setTrigger',
      trigger:
        to % 3
          ? {
              type: 'event',
              reentry: definition.trigger.reentry,
              event: to % 2 ? 'invoice.paid' : 'booking.created',
            }
          : {
              type: 'date',
              reentry: definition.trigger.reentry,
              moment: {
                anchor: 'booking.startsAt',
                offset: { amount: to % 30, unit: 'days', direction: 'before' },
              },
            },
    },
    { type: 'setExitOn', exitOn: to % 2 ? [{ event: 'booking.cancelled' }] : [] },
    duplicateOperation(definition, step.id) ?? { type: 'removeStep', stepId: step.id },
  ];
  return all[what % all.length]!;
}
