export * from './accounts/account-mails.js';
export type { DueAccountMail } from './accounts/account-mails.sql.js';
export * from './accounts/invitations.js';
export * from './accounts/password-resets.js';
export * as attempts from './platform/attempts.sql.js';
export * from './credentials/account-link.js';
export * from './credentials/credentials.js';
export * from './credentials/key-ring.js';
export * from './credentials/oauth-tokens.js';
export * from './credentials/rotate-keys.js';
export * from './senders/smtp-accounts.js';
export type { MailProvider, SendingSmtpAccount, SmtpAccountView } from './senders/smtp-accounts.sql.js';
export { heldGroupOf, lateGroupOf, nameOfSmtpAccount } from './ledger/account-groups.sql.js';
export * from './platform/idempotency-keys.sql.js';
export * from './webhooks/deliveries.js';
export { orderWebhook, type Delivery, type DueDelivery } from './webhooks/deliveries.sql.js';
export * from './client/channel-listener.js';
export * from './client/database.js';
export * from './environment/environment.js';
export * from './outbox/event-intake.js';
export * from './outbox/event-notifier.js';
export * from './record-context/candidate-of.js';
export * from './relations/date-columns.sql.js';
export * from './record-context/facts-of.js';
export * from './record-context/formats-of.js';
export * from './record-context/ids-of.js';
export { recordsAround } from './record-context/records-around.sql.js';
export * from './client/for-studio.js';
export * from './client/in-transaction.js';
export * from './outbox/notify.sql.js';
export * from './outbox/outbox.js';
export { parkEvent } from './outbox/events.sql.js';
export * from './runs/past-dates.sql.js';
export { onPrisma, type Queryable } from './client/statement.js';
export * from './environment/server-url.js';
export * from './client/studio-clients.js';
export * from './credentials/return-tag.js';
export * from './credentials/unsubscribe-link.js';
export * from './credentials/webhook-secret.js';
export type * from './generated/client.js';
export { jsonNull } from './client/json-null.js';
export * from './templates/attachment.js';
export * from './templates/stored-files.sql.js';
export * from './templates/template-versions.sql.js';
export { storableJson, storableText } from './client/storable.js';
export { pingDatabase } from './client/ping.sql.js';
export * from './ledger/held-mails.js';
export * from './ledger/hand-mails.sql.js';
export * from './ledger/letter-key.js';
export { cameOfInquiry, claimFirstContact } from './ledger/first-contacts.sql.js';
export type { Hold, HoldBy, OpenHold, UnnoticedHold } from './ledger/holds.sql.js';
export * from './ledger/ledger.js';
export type { AccountPlace } from './ledger/account-limits.sql.js';
export * from './ledger/queue.js';
export { queueReminders, type NewReminder } from './ledger/queue.sql.js';
export type { DueSend, OpenSend, SendReason, SendRecord } from './ledger/send.sql.js';
export * from './ledger/settlement.js';
export * from './ledger/suppressed-address.js';
export * from './ledger/suppressions.js';
export type { SuppressionRow } from './ledger/suppressions.sql.js';
export * from './ledger/delivery-reports.js';
export { purposes } from './ledger/purposes.sql.js';
export type { SendStatus } from './ledger/settlement.sql.js';
export { openStates, settledStates, transitions, type SendState } from './ledger/states.sql.js';
export {
  approvedMail,
  requestApproval,
  awaitedEvents,
  decideApproval,
  lapseApproval,
  type ApprovalAnswer,
  type MailTexts,
} from './runs/approvals.sql.js';
export {
  claimStep,
  progressParams,
  recordProgress,
  type Progress,
  type RunRow,
  type StepRow,
} from './runs/progress.sql.js';
export * from './runs/questions.sql.js';
export * from './runs/run-context.sql.js';
export * from './runs/run-progress.js';
export * from './runs/signals.sql.js';
export * from './runs/starts.sql.js';
export * from './records/fields.sql.js';
export * from './records/invoices.sql.js';
export * from './records/issued-on.js';
export * from './records/task-events.js';
export * from './records/people.js';
export * from './records/addressable.sql.js';
export * from './records/tasks.sql.js';
export { shortenLockTimeout } from './client/savepoint.sql.js';
export * from './ledger/controls.js';
export * from './mail/commands/command.js';
export * from './mail/commands/mailbox-commands.js';
export * from './ledger/forwards.sql.js';
export * from './ledger/unsubscribe.sql.js';
export * from './ledger/unsubscribe-by-link.js';
export * as received from './mail/received/index.js';
export * from './mail/mailboxes.js';
export type { MailboxView, MailFolderView } from './mail/mailboxes.sql.js';
export * from './mail/mailbox-mirror.js';
export * as byHand from './mail/correspondence/by-hand/index.js';
export * as correspondence from './mail/correspondence/index.js';
export * from './mail/mail-leases.js';
export * from './mail/watched-mailbox.js';
export * from './mail/mailbox-notices.js';
export type { TroubledMailbox } from './mail/mailbox-notices.sql.js';
export type { MailboxSettings } from './mail/watched-mailbox.sql.js';
export * from './runs/run-controls.js';
export { insertRunSignals } from './runs/controls.sql.js';
export * from './records/locks.sql.js';
