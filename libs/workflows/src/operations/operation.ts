import { z } from 'zod';
import { conditionSchema } from '../conditions/condition.js';
import { stepSchema } from '../definition/definition.js';
import type { Path } from '../kinds/step.js';
import { idSchema } from '../definition/ids.js';
import { exitRulesSchema, triggerSchema } from '../trigger/trigger.js';

/** A place between steps: an index in the trunk, or in a path of a step. */
export const slotSchema = z.strictObject({
  parent: z.strictObject({ stepId: idSchema, pathId: idSchema }).nullable(),
  index: z.int().min(0),
});
export type Slot = z.infer<typeof slotSchema>;

const path: z.ZodType<Path> = z.strictObject({
  id: idSchema,
  name: z.string().max(120).optional(),
  when: conditionSchema.optional(),
  steps: z.array(stepSchema),
});

/** A named edit of a definition. What an edit undoes is again an edit. */
export const operationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('insertStep'), slot: slotSchema, step: stepSchema }),
  z.strictObject({ type: z.literal('removeStep'), stepId: idSchema }),
  z.strictObject({ type: z.literal('moveStep'), stepId: idSchema, to: slotSchema }),
  /** Replaces a step's own settings; id, kind and paths stay. A key set to null is taken away where it is optional. */
  z.strictObject({
    type: z.literal('updateStep'),
    stepId: idSchema,
    set: z.record(z.string().max(40), z.unknown()),
    unset: z.array(z.string().max(40)).optional(),
  }),
  z.strictObject({ type: z.literal('addPath'), stepId: idSchema, index: z.int().min(0), path }),
  z.strictObject({ type: z.literal('removePath'), stepId: idSchema, pathId: idSchema }),
  z.strictObject({ type: z.literal('movePath'), stepId: idSchema, pathId: idSchema, index: z.int().min(0) }),
  z.strictObject({
    type: z.literal('updatePath'),
    stepId: idSchema,
    pathId: idSchema,
    name: z.string().max(120).nullable().optional(),
    when: conditionSchema.nullable().optional(),
  }),
  /** Puts a decide at the step's place, with the step on the path `pathId`. */
  z.strictObject({ type: z.literal('wrapInDecide'), stepId: idSchema, decide: stepSchema, pathId: idSchema }),
  /** The reverse: the step of `pathId` takes the decide's place. */
  z.strictObject({ type: z.literal('unwrapDecide'), stepId: idSchema, pathId: idSchema }),
  z.strictObject({ type: z.literal('setTrigger'), trigger: triggerSchema }),
  z.strictObject({ type: z.literal('setExitOn'), exitOn: exitRulesSchema }),
]);
export type Operation = z.infer<typeof operationSchema>;
