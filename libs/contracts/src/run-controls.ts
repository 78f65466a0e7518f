import { runActions } from '@cueline/workflows';
import { z } from 'zod';
import { id, instant, text } from './shared.js';
import { runStatus } from './runs.js';

export const MOST_RUNS = 1_000;
export const runAction = z.enum(runActions);
const note = text(500).optional();
const stepId = z.string().min(1).max(40);

export const noted = z.strictObject({ note });
export const skipped = z.strictObject({ stepId, note });
export const rescheduled = z.strictObject({ at: instant, note });

export const runFilter = z.strictObject({
  workflowId: id.optional(),
  clientId: id.optional(),
  status: runStatus.optional(),
});
const manyRuns = {
  error: `Give at most ${MOST_RUNS.toLocaleString('en')} runs at a time.`,
};
/** For these runs, or for all open ones that a filter finds. */
export const bulkControl = z
  .strictObject({
    action: runAction,
    runIds: z.array(id).min(1).max(MOST_RUNS, manyRuns).optional(),
    filter: runFilter.optional(),
    /** The step to skip; without it the one that each run is at. */
    stepId: stepId.optional(),
    /** The new instant, to reschedule. */
    at: instant.optional(),
    note,
  })
  .superRefine(({ action, runIds, filter, stepId, at }, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (runIds === undefined && filter === undefined) say('runIds', 'Give runIds or a filter.');
    if (runIds !== undefined && filter !== undefined) say('filter', 'Give either runIds or a filter.');
    if (stepId !== undefined && action !== 'skip') say('stepId', 'Only to skip takes a step. Remove it.');
    if (at !== undefined && action !== 'reschedule')
      say('at', 'Only to reschedule takes an instant. Remove it.');
    if (at === undefined && action === 'reschedule') say('at', 'Give the instant to wait for.');
  });
export const bulkAnswer = z.object({
  done: z.int(),
  refused: z.int(),
  runs: z.array(
    z.object({
      runId: id,
      done: z.boolean(),
      /** Why not: the code of the refusal, and its words. */
      code: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type RunAction = z.infer<typeof runAction>;
export type Noted = z.infer<typeof noted>;
export type Skipped = z.infer<typeof skipped>;
export type Rescheduled = z.infer<typeof rescheduled>;
export type RunFilter = z.infer<typeof runFilter>;
export type BulkControl = z.infer<typeof bulkControl>;
export type BulkAnswer = z.infer<typeof bulkAnswer>;
