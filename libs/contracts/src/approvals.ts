import { z } from 'zod';
import { id, instant, page, pageQuery, text } from './shared.js';
import { preview, templateContent } from './templates.js';

/** `waiting` means that its run still stands there; `lapsed` that nobody answered in time. */
export const approvalState = z.enum(['waiting', 'approved', 'declined', 'lapsed']);
/** The owner's own question, or a mail that somebody looks at before it leaves. */
export const approvalKind = z.enum(['question', 'mail']);
export const approval = z.object({
  id,
  runId: id,
  workflowId: id,
  workflowName: z.string(),
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  stepId: z.string(),
  kind: approvalKind,
  question: z.string(),
  state: approvalState,
  requestedAt: instant,
  /** When the run goes on without an answer, or looks again. */
  dueAt: instant.nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  note: z.string(),
  /** Who approved the mail gave it words of its own. */
  edited: z.boolean(),
});
export const approvalPage = page(approval);
export const approvalQuery = pageQuery.extend({
  state: approvalState.default('waiting'),
  workflowId: id.optional(),
  runId: id.optional(),
  clientId: id.optional(),
});
export const decision = z.strictObject({ note: text(500).optional() });
/** `mail`: the words that it leaves with instead of its template's, merge fields and all. */
export const approving = decision.extend({ mail: templateContent.optional() });
export const newApprovalMailPreview = z.strictObject({ mail: templateContent });
/** A mail before it leaves, as it would be now; recipients and facts are read again when it leaves. */
export const approvalMail = z.object({
  to: z.array(z.string()),
  template: z.object({ id, name: z.string() }).nullable(),
  /** What can be changed: its template's words, or those that it was approved with. */
  content: templateContent,
  mail: preview.omit({ problems: true, samples: true }).nullable(),
  problems: preview.shape.problems,
});
export type ApprovalState = z.infer<typeof approvalState>;
export type ApprovalView = z.infer<typeof approval>;
export type ApprovalQuery = z.infer<typeof approvalQuery>;
export type ApprovalDecision = z.infer<typeof decision>;
export type Approving = z.infer<typeof approving>;
export type NewApprovalMailPreview = z.infer<typeof newApprovalMailPreview>;
export type ApprovalMail = z.infer<typeof approvalMail>;
export type ApprovalKind = z.infer<typeof approvalKind>;
