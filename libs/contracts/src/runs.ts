import { z } from 'zod';
import { id, instant, page, pageQuery } from './shared.js';

export const runStatus = z.enum([
  'starting',
  'running',
  'waiting',
  'paused',
  'failed',
  'completed',
  'exited',
  'stopped',
]);
export const run = z.object({
  id,
  workflowId: id,
  workflowName: z.string(),
  version: z.int(),
  status: runStatus,
  clientName: z.string().nullable(),
  subject: z.string(),
  currentStepId: z.string().nullable(),
  nextAt: instant.nullable(),
  /** Why it ended or is stopped, in words. */
  reason: z.string().nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export const runStep = z.object({
  stepId: z.string(),
  visit: z.int(),
  kind: z.string(),
  status: z.enum(['running', 'waiting', 'done', 'skipped', 'failed']),
  outcome: z.string().nullable(),
  /** Why, in words, with the facts that were compared. */
  reasons: z.array(z.string()),
  dueAt: instant.nullable(),
  endedAt: instant.nullable(),
});
export const runControl = z.object({
  action: z.string(),
  stepId: z.string().nullable(),
  /** The instant that was asked for. */
  at: instant.nullable(),
  /** The version that it was asked to go on by. */
  version: z.int().nullable(),
  /** It was asked of the whole workflow. */
  withWorkflow: z.boolean(),
  note: z.string(),
  byType: z.enum(['member', 'apiKey']),
  byName: z.string(),
  createdAt: instant,
});
export const runDetail = run.extend({
  definition: z.unknown(),
  steps: z.array(runStep),
  /** Since when and why nothing new begins; null while nobody holds the run. */
  paused: z.object({ since: instant, reason: z.string() }).nullable(),
  /** What people asked of it, the earliest first. */
  controls: z.array(runControl),
});
export const runPage = page(run);
export const runQuery = pageQuery.extend({
  workflowId: id.optional(),
  clientId: id.optional(),
  status: runStatus.optional(),
});
export type RunView = z.infer<typeof run>;
export type RunDetail = z.infer<typeof runDetail>;
export type RunControlView = z.infer<typeof runControl>;
export type RunStepView = z.infer<typeof runStep>;
export type RunQuery = z.infer<typeof runQuery>;
export const runStreamQuery = z.strictObject({ workflowId: id.optional() });
export type RunStreamQuery = z.infer<typeof runStreamQuery>;
