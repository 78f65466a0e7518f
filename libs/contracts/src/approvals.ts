import { z } from 'zod';
import { id, instant, page, pageQuery, text } from './shared.js';

/** `waiting` means that its run still stands there; `lapsed` that nobody answered in time. */
export const approvalState = z.enum(['waiting', 'approved', 'declined', 'lapsed']);
export const approval = z.object({
  id,
  runId: id,
  workflowId: id,
  workflowName: z.string(),
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  stepId: z.string(),
  question: z.string(),
  state: approvalState,
  askedAt: instant,
  /** When the run goes on without an answer, or looks again. */
  dueAt: instant.nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  note: z.string(),
});
export const approvalPage = page(approval);
export const approvalQuery = pageQuery.extend({
  state: approvalState.default('waiting'),
  workflowId: id.optional(),
  clientId: id.optional(),
});
export const decision = z.strictObject({ note: text(500).optional() });
export type ApprovalState = z.infer<typeof approvalState>;
export type ApprovalView = z.infer<typeof approval>;
export type ApprovalQuery = z.infer<typeof approvalQuery>;
export type ApprovalDecision = z.infer<typeof decision>;
