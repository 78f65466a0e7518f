import { inEnglish } from '@cueline/workflows/language';
import { documentSchema, operationSchema } from '@cueline/workflows';
import { z } from 'zod';
import { id, instant, named, page, searchQuery, text } from './shared.js';

export const workflowState = z.enum(['draft', 'published', 'paused', 'archived']);
export const problem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  stepId: z.string().optional(),
  path: z.string(),
  message: z.string(),
});
export const newWorkflow = z.strictObject({ name: named(120), description: text(500).optional() });
export const workflowPatch = z.strictObject({
  name: named(120).optional(),
  description: text(500).optional(),
});
export const operations = z.strictObject({ operations: z.array(operationSchema).min(1).max(100) });
export const draft = z.strictObject({ definition: z.unknown() });
export const publication = z.strictObject({
  note: text(500).optional(),
  /** Records that are there already: none, all that match, or those that the trigger's event has happened to since. */
  enrol: z.union([z.enum(['none', 'all']), z.strictObject({ from: instant })]).default('none'),
});
/** What becomes of the open runs of a workflow that is archived. Those that are paused stay paused when the others finish. */
export const archival = z.strictObject({ runs: z.enum(['finish', 'stop']).default('finish') }).prefault({});
export const workflowRow = z.object({
  id,
  name: z.string(),
  description: z.string(),
  state: workflowState,
  trigger: z.string(),
  activeRuns: z.int(),
  lastRunAt: instant.nullable(),
  problems: z.int(),
});
export const workflowList = page(workflowRow);
export const workflowQuery = searchQuery.extend({ state: workflowState.optional() });
export const workflow = z.object({
  id,
  name: z.string(),
  description: z.string(),
  state: workflowState,
  revision: z.int(),
  definition: z.unknown(),
  problems: z.array(problem),
  publishedVersion: z.int().nullable(),
  /** The draft says something else than the published version. */
  changed: z.boolean(),
  updatedAt: instant,
});
/** `enrolled`: how many records' runs were asked for. */
export const published = workflow.extend({ enrolled: z.int() });
export const version = z.object({
  id,
  number: z.int(),
  note: z.string(),
  publishedAt: instant,
  /** The person's name; null where a program published it. */
  publishedBy: z.string().nullable(),
  /** New runs begin with it. */
  live: z.boolean(),
  runs: z.object({ live: z.int(), total: z.int() }),
});
export const versionList = z.object({ items: z.array(version) });
export const versionDetail = version.extend({ definition: z.unknown() });
export const versionParam = z.object({ id, number: z.coerce.number().int().min(1).max(1_000_000) });
/** `draft`, `live` for the version that new runs begin with, or the number of a version. */
export const versionRef = z
  .string()
  .regex(/^(?:draft|live|[1-9]\d{0,5})$/, 'Give "draft", "live" or the number of a version.');
export const diffQuery = z.strictObject({
  from: versionRef.default('live'),
  to: versionRef.default('draft'),
});
export const change = z.object({
  type: z.enum([
    'triggerChanged',
    'exitOnChanged',
    'stepAdded',
    'stepRemoved',
    'stepMoved',
    'stepChanged',
    'pathAdded',
    'pathRemoved',
    'pathMoved',
    'pathChanged',
  ]),
  stepId: z.string().optional(),
  pathId: z.string().optional(),
  /** The settings that differ; null where a side has none. */
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })).optional(),
  /** In an owner's words. */
  sentence: z.string(),
});
export const versionDiff = z.object({ from: z.string(), to: z.string(), changes: z.array(change) });
/** Records that the trigger's event has happened to, and what the workflow would make of them as they are now. */
export const matchingRecords = z.object({
  subject: z.string(),
  /** The newest ones, at most 1,000: the counts below are of these. */
  looked: z.int(),
  /** There are more than were looked at. */
  more: z.boolean(),
  match: z.int(),
  otherBrand: z.int(),
  condition: z.int(),
  /** They, or their client, have had their run. */
  reentry: z.int(),
  /** They were taken over from elsewhere, or lay in the past when they were recorded. */
  takenOver: z.int(),
});
/** Records that are there already and that a date workflow will start for, as they are now. */
export const comingRecords = z.object({
  /** Of the records whose moments come first. */
  count: z.int(),
  /** There are more than were looked at. */
  more: z.boolean(),
  first: z.array(
    z.object({
      record: z.object({ type: z.string(), id }),
      clientName: z.string().nullable(),
      /** When it starts. */
      at: instant,
    }),
  ),
});
export const impact = z.object({
  revision: z.int(),
  publishable: z.boolean(),
  problems: z.array(problem),
  /** Against what is live. */
  changes: z.array(change),
  runs: z.object({
    live: z.int(),
    /** Live runs that are at a step which the draft changes, moves or no longer has. They keep their version. */
    onChangedSteps: z.array(
      z.object({
        version: z.int(),
        stepId: z.string(),
        step: z.string(),
        change: z.enum(['stepRemoved', 'stepChanged', 'stepMoved']),
        runs: z.int(),
      }),
    ),
  }),
  records: matchingRecords,
  /** null where an event starts the workflow. */
  coming: comingRecords.nullable(),
});
/** Some runs by their ids, or all of the workflow that follow another version. */
export const migrateRuns = z
  .strictObject({
    /** Only say where they would land. */
    dryRun: z.boolean().default(false),
    runIds: z.array(id).min(1).max(1_000).optional(),
    all: z.literal(true).optional(),
    note: text(500).optional(),
  })
  .refine(({ runIds, all }) => (runIds === undefined) !== (all === undefined), {
    error: inEnglish({
      en: 'Give the runs by "runIds", or say "all": true.',
      de: 'Nenne die Durchläufe mit „runIds“ oder sage „all“: true.',
    }),
  });
export const migrationPlan = z.object({
  runs: z.int(),
  /** How many runs were signalled to migrate; each does so within moments, or when what is under way is over. */
  requested: z.int(),
  there: z.int(),
  afterwards: z.int(),
  refused: z.int(),
  steps: z.array(
    z.object({
      /** The version that these runs follow. */
      version: z.int(),
      stepId: z.string().nullable(),
      step: z.string().nullable(),
      runs: z.int(),
      target: z.enum(['there', 'afterwards', 'refused']),
      to: z.string().nullable(),
      /** Why they would be refused. */
      code: z.string().nullable(),
      sentence: z.string(),
    }),
  ),
});
export const exportQuery = z.strictObject({ version: versionRef.default('draft') });
/** A workflow as a file: the body that an export answers and an import takes. */
export const document = documentSchema;
export type WorkflowQuery = z.infer<typeof workflowQuery>;
export type WorkflowRow = z.infer<typeof workflowRow>;
export type WorkflowView = z.infer<typeof workflow>;
export type ProblemView = z.infer<typeof problem>;
export type NewWorkflow = z.infer<typeof newWorkflow>;
export type WorkflowPatch = z.infer<typeof workflowPatch>;
export type Operations = z.infer<typeof operations>;
export type Draft = z.infer<typeof draft>;
export type Archival = z.infer<typeof archival>;
export type Publication = z.infer<typeof publication>;
export type VersionView = z.infer<typeof version>;
export type VersionDetail = z.infer<typeof versionDetail>;
export type VersionParam = z.infer<typeof versionParam>;
export type VersionRef = z.infer<typeof versionRef>;
export type DiffQuery = z.infer<typeof diffQuery>;
export type ChangeView = z.infer<typeof change>;
export type DiffView = z.infer<typeof versionDiff>;
export type ExportQuery = z.infer<typeof exportQuery>;
export type Document = z.infer<typeof document>;
export type MatchingRecords = z.infer<typeof matchingRecords>;
export type ComingRecords = z.infer<typeof comingRecords>;
export type Impact = z.infer<typeof impact>;
export type MigrateRuns = z.infer<typeof migrateRuns>;
export type MigrationPlan = z.infer<typeof migrationPlan>;
export type Published = z.infer<typeof published>;
