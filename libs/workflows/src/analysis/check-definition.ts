import { eventTypeOf, fieldsFor } from '../catalogue/event-types.js';
import { definitionSchema, SCHEMA_VERSION, type Definition } from '../definition/definition.js';
import { limits } from '../limits.js';
import type { Step } from '../kinds/step.js';
import { eventOf } from '../trigger/trigger.js';
import { walk } from '../definition/walk.js';
import type { CheckContext, StaffFacts, TemplateFacts, WorkflowFacts } from '../kinds/check-context.js';
import type { WebhookAllow } from '../kinds/call-webhook/webhook-target.js';
import { kindOf } from '../kinds/registry.js';
import { autoReplyProblems } from './auto-reply-problems.js';
import { breadthProblems } from './breadth-problems.js';
import { conditionProblems } from '../problems/condition-problems.js';
import type { ProblemDraftOf } from '../problems/problem.js';
import type { TextFacts } from '../problems/text-problems.js';
import { dateOrderProblems } from './date-order-problems.js';
import { dateReentryProblems } from './date-reentry-problems.js';
import { longestRunProblems } from './longest-run-problems.js';
import { loopProblems } from './loop-problems.js';
import { mailsADayProblems } from './mails-a-day-problems.js';
import type { Problem, ProblemCode } from './problem.js';
import { inReadingOrder } from './reading-order.js';
import { schemaProblems, valueAt } from './schema-problems.js';
import { structureProblems } from './structure-problems.js';
import { beyondLimits } from './within-limits.js';

/** What is known of the studio; what is absent is not checked. */
export interface StudioFacts {
  readonly templates?: ReadonlyMap<string, TemplateFacts>;
  readonly brands?: ReadonlySet<string>;
  readonly staff?: ReadonlyMap<string, StaffFacts>;
  readonly workflows?: ReadonlyMap<string, WorkflowFacts>;
  readonly webhookAllow?: WebhookAllow;
  /** Id of the workflow that the definition is of. */
  readonly self?: string;
  readonly readText?: (source: string) => TextFacts;
}

export type Parsed =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** JSON to a definition, or everything that keeps it from being one. Never throws, whatever the JSON. */
export function parseDefinition(json: unknown): Parsed {
  const beyond = beyondLimits(json);
  if (beyond) return { ok: false, problems: [beyond] };
  const unknown = unknownVersion(json);
  if (unknown) return { ok: false, problems: [unknown] };
  const parsed = definitionSchema.safeParse(json);
  if (!parsed.success)
    return { ok: false, problems: inReadingOrder(schemaProblems(parsed.error, json), json) };
  const size = sizeProblems(parsed.data);
  return size.length > 0 ? { ok: false, problems: size } : { ok: true, definition: parsed.data };
}

/** All problems of a definition at once, in reading order. Errors keep it from being published; warnings do not. */
export function checkDefinition(json: unknown, studio: StudioFacts = {}): readonly Problem[] {
  const parsed = parseDefinition(json);
  if (!parsed.ok) return parsed.problems;
  const { definition } = parsed;
  const context = contextOf(definition, studio);
  const problems = [
    ...triggerProblems(definition, context, studio),
    ...autoReplyProblems(definition),
    ...dateReentryProblems(definition),
    ...structureProblems(definition),
    ...[...walk(definition.steps)].flatMap(({ step, pointer }) => stepProblems(step, pointer, context)),
    ...dateOrderProblems(definition),
    ...longestRunProblems(definition),
    ...mailsADayProblems(definition),
    ...loopProblems(definition, studio),
    ...breadthProblems(definition, studio),
  ];
  return inReadingOrder(problems, definition);
}

export const isPublishable = (problems: readonly Problem[]): boolean =>
  problems.every(({ severity }) => severity !== 'error');

/** Of a definition in another version of the language nothing more can be said. */
function unknownVersion(json: unknown): Problem | undefined {
  const version = valueAt(json, ['schemaVersion']);
  if (!Number.isInteger(version) || version === SCHEMA_VERSION) return undefined;
  const params = { given: Number(version), known: SCHEMA_VERSION };
  return { code: 'definition.unknownVersion', severity: 'error', path: '/schemaVersion', params };
}

function contextOf({ trigger }: Definition, studio: StudioFacts): CheckContext {
  const spec = eventTypeOf(eventOf(trigger))!;
  const fields = new Map(fieldsFor(eventOf(trigger)).map((field) => [field.path, field]));
  const { templates, staff, workflows, webhookAllow, self, readText } = studio;
  const { roles, records, optionalRecords } = spec;
  const { reentry } = trigger;
  return {
    fields,
    roles,
    records,
    optionalRecords,
    reentry,
    templates,
    staff,
    workflows,
    webhookAllow,
    self,
    readText,
  };
}

function stepProblems(step: Step, pointer: string, context: CheckContext): Problem[] {
  // A kind's own codes are among `ProblemCode`, which is made of them.
  const drafts = kindOf(step).problems(step, context) as readonly ProblemDraftOf<ProblemCode>[];
  return drafts.map((draft) => complete(draft, pointer, step.id));
}

const complete = (
  { severity = 'error', ...draft }: ProblemDraftOf<ProblemCode>,
  at: string,
  stepId?: string,
): Problem => ({
  ...draft,
  severity,
  path: `${at}${draft.path}`,
  ...(stepId === undefined ? {} : { stepId }),
});

function triggerProblems({ trigger }: Definition, context: CheckContext, { brands }: StudioFacts): Problem[] {
  const condition = trigger.when ? conditionProblems(trigger.when, context.fields, '/when') : [];
  const unknown = (trigger.brands ?? []).flatMap((brand, i) =>
    brands && !brands.has(brand)
      ? [{ code: 'trigger.unknownBrand' as const, path: `/brands/${i}`, params: { brand } }]
      : [],
  );
  return [...condition, ...unknown].map((draft) => complete(draft, '/trigger'));
}

function sizeProblems({ steps }: Definition): Problem[] {
  const error = (code: ProblemCode, path: string, limit: number): Problem => ({
    code,
    severity: 'error',
    path,
    params: { limit },
  });
  let count = 0;
  for (const { depth, pointer } of walk(steps)) {
    if (depth > limits.depth) return [error('definition.tooDeep', pointer, limits.depth)];
    if (++count > limits.steps) return [error('definition.tooManySteps', pointer, limits.steps)];
  }
  return [];
}
