import { operationSchema } from '@cueline/workflows';
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
  definition: z.unknown(),
});
export const versionList = z.object({ items: z.array(version) });
export type WorkflowRow = z.infer<typeof workflowRow>;
export type WorkflowView = z.infer<typeof workflow>;
export type ProblemView = z.infer<typeof problem>;
export type NewWorkflow = z.infer<typeof newWorkflow>;
export type WorkflowPatch = z.infer<typeof workflowPatch>;
export type Operations = z.infer<typeof operations>;
export type Draft = z.infer<typeof draft>;
export type Publication = z.infer<typeof publication>;
export type VersionView = z.infer<typeof version>;
