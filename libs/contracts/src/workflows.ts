import { documentSchema, operationSchema } from '@cueline/workflows';
import { z } from 'zod';
import { id, instant, named, text } from './shared.js';

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
export const publication = z.strictObject({ note: text(500).optional() });
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
export const workflowList = z.object({ items: z.array(workflowRow) });
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
export const exportQuery = z.strictObject({ version: versionRef.default('draft') });
/** A workflow as a file: the body that an export answers and an import takes. */
export const document = documentSchema;
export type WorkflowRow = z.infer<typeof workflowRow>;
export type WorkflowView = z.infer<typeof workflow>;
export type ProblemView = z.infer<typeof problem>;
export type NewWorkflow = z.infer<typeof newWorkflow>;
export type WorkflowPatch = z.infer<typeof workflowPatch>;
export type Operations = z.infer<typeof operations>;
export type Draft = z.infer<typeof draft>;
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
