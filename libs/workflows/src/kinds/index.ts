export type * from './kind.js';
export * from './entry.js';
export * from './registry.js';
export { recipientRoles, recipientWords, type Recipient, type SendMailStep } from './send-mail/send-mail.js';
export { assigneeWords, taskLimits, type Assignee, type CreateTaskStep } from './create-task/create-task.js';
export type { RecordChange, UpdateRecordStep } from './update-record/update-record.js';
export type { WaitStep } from './wait/wait.js';
export type { DecideStep } from './decide/decide.js';
export type { EndStep } from './end/end.js';
