import type { StepOf } from './step.js';

export * from './answerable.js';
export type { TextFacts } from '../problems/text-problems.js';
export { webhookLimits } from './call-webhook/call-webhook.js';
export type { CallWebhookStep } from './call-webhook/step.js';
export * from './call-webhook/webhook-message.js';
export * from './call-webhook/webhook-target.js';
export type { Cause } from './cause.js';
export type * from './check-context.js';
export { describeAssignee } from './create-task/create-task.js';
export * from './create-task/outcome.js';
export { taskLimits } from './create-task/limits.js';
export type { Assignee, CreateTaskStep } from './create-task/step.js';
export * from './decide/outcome.js';
export type { EndStep } from './end/step.js';
export * from './entry.js';
export * from './filled.js';
export type * from './kind.js';
export { noticeLimits, describeNoticeRecipient } from './notify-staff/notify-staff.js';
export { noticeRoles, type NoticeRecipient, type NotifyStaffStep } from './notify-staff/step.js';
export * from './registry.js';
export * from './send-mail/mail-delay.js';
export * from './send-mail/reader-of.js';
export { describeRecipient } from './send-mail/send-mail.js';
export { recipientRoles, type Recipient, type SendMailStep } from './send-mail/step.js';
export type { StartWorkflowStep } from './start-workflow/step.js';
export * from './step.js';
export { OTHERWISE, type StepBase } from './step-base.js';
export * from './update-record/outcome.js';
export type { RecordChange, UpdateRecordStep } from './update-record/step.js';
export type { Answer, WaitAnswer, WaitFacts } from './waiting.js';
export type { WaitStep } from './wait/step.js';

/** Those with paths, of the steps of all kinds. */
export type ApproveStep = StepOf<'approve'>;
export type DecideStep = StepOf<'decide'>;
export type WaitForEventStep = StepOf<'waitForEvent'>;
