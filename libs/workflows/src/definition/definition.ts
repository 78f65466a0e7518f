import { z } from 'zod';
import { conditionSchema } from '../conditions/condition.js';
import { kinds } from '../kinds/registry.js';
import { idSchema } from './ids.js';
import { limits } from '../limits.js';
import type { Path, Step, StepKind } from '../kinds/step.js';
import {
  exitRulesSchema,
  triggerSchema,
  usualReentry,
  type ExitRule,
  type Trigger,
} from '../trigger/trigger.js';

export const SCHEMA_VERSION = 1;

/** The content of a version: readable in a diff, names only. */
export interface Definition {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly trigger: Trigger;
  /** Events about the run's record, or its client, that end the run early. */
  readonly exitOn: readonly ExitRule[];
  readonly steps: readonly Step[];
}

const name = z.string().max(120).optional();

const pathSchema: z.ZodType<Path> = z.lazy(() =>
  z.strictObject({
    id: idSchema,
    name,
    when: conditionSchema.optional(),
    steps: z.array(stepSchema).max(limits.steps),
  }),
);

/** A kind with outcomes of its own has one path for each of them, in their order. */
const pathsSchema = (outcomes: 'own' | readonly string[]) => {
  const paths = z.array(pathSchema).min(1).max(limits.paths);
  if (outcomes === 'own') return paths;
  return paths.refine(
    (given) => given.map(({ id }) => id).join() === outcomes.join() && given.every(({ when }) => !when),
    `The paths here are ${outcomes.join(', ')}, in this order and without conditions.`,
  );
};

const stepSchemaOf = (kind: StepKind) => {
  const { config, outcomes } = kinds[kind];
  const paths = outcomes ? { paths: pathsSchema(outcomes) } : {};
  return z.strictObject({ id: idSchema, kind: z.literal(kind), name, ...config, ...paths });
};

const stepSchemas = (Object.keys(kinds) as StepKind[]).map(stepSchemaOf);

/** One step with all that hangs below it. Bounded by `withinLimits`, which must be asked first: zod recurses. */
export const stepSchema = z.lazy(() =>
  z.discriminatedUnion('kind', stepSchemas as [(typeof stepSchemas)[0], ...typeof stepSchemas]),
) as z.ZodType<Step>;

export const definitionSchema: z.ZodType<Definition> = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  trigger: triggerSchema,
  exitOn: exitRulesSchema,
  steps: z.array(stepSchema).max(limits.steps),
});

/** What a new workflow starts as. */
export const blankDefinition = (): Definition => ({
  schemaVersion: SCHEMA_VERSION,
  trigger: { type: 'event', event: 'booking.created', reentry: usualReentry.event },
  exitOn: [],
  steps: [],
});

/** The JSON Schema (draft 2020-12) of a definition, for tools outside. */
export const definitionJsonSchema = () => z.toJSONSchema(definitionSchema, { unrepresentable: 'any' });
