export * from './approve/approve.js';
export type * from './kind.js';
export * from './answerable.js';
export * from './entry.js';
export * from './registry.js';
export { recipientRoles, recipientWords, type Recipient, type SendMailStep } from './send-mail/send-mail.js';
export { assigneeWords, taskLimits, type Assignee, type CreateTaskStep } from './create-task/create-task.js';
export {
  noticeLimits,
  noticeRecipientWords,
  noticeRoles,
  type NoticeRecipient,
  type NotifyStaffStep,
} from './notify-staff/notify-staff.js';
export { webhookLimits, type CallWebhookStep } from './call-webhook/call-webhook.js';
export { isAddress, isPublicAddress } from './call-webhook/public-address.js';
export * from './call-webhook/webhook-target.js';
export type { StartWorkflowStep } from './start-workflow/start-workflow.js';
export type { RecordChange, UpdateRecordStep } from './update-record/update-record.js';
export type { WaitForEventStep } from './wait-for-event/wait-for-event.js';
export type { WaitStep } from './wait/wait.js';
export type { DecideStep } from './decide/decide.js';
export type { EndStep } from './end/end.js';
