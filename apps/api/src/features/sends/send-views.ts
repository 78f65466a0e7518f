import type { sends } from '@cueline/contracts';
import { describeReason } from '@cueline/workflows';
import { replyLanguage } from '../../platform/language/reply-language.js';
import type { HoldRow, SendDetailRow, SendRow } from './sends.sql.js';

export const view = (row: SendRow): sends.SendView => ({
  id: row.id,
  purpose: row.purpose,
  state: row.state,
  to: row.toAddress,
  toName: row.toName,
  category: row.category,
  template: row.template,
  runId: row.runId,
  stepId: row.stepId,
  workflowId: row.workflowId,
  workflowName: row.workflowName,
  clientId: row.clientId,
  group: row.holdGroup,
  heldAt: row.heldAt?.toISOString() ?? null,
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  sentAt: row.sentAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  subject: row.subject,
  author: row.authorName,
  about: row.aboutType && row.aboutId ? { type: row.aboutType, id: row.aboutId } : null,
  message: row.message,
  zone: row.brandZone,
  reasonCode: row.reason?.code ?? null,
  reasons: describeReason(row.reason, replyLanguage()),
});

export const holdView = (row: HoldRow): sends.HoldView => ({
  group: row.holdGroup,
  cause: row.cause,
  reasonCode: row.reason.code,
  reasons: describeReason(row.reason, replyLanguage()),
  since: row.since.toISOString(),
  mails: row.mails,
  nextTryAt: row.nextProbeAt?.toISOString() ?? null,
});

export const detailView = (row: SendDetailRow): sends.SendDetail => ({
  ...view(row),
  brandId: row.brandId,
  from: row.fromAddress,
  html: row.html,
  text: row.text,
  messageId: row.messageId,
  providerMessageId: row.providerMessageId,
  smtpReply: row.smtpReply,
  attempts: row.attempts,
  times: timesOf(row),
});

function timesOf(row: SendDetailRow): sends.SendDetail['times'] {
  const all: readonly (readonly [sends.SendStep, Date | null])[] = [
    ['created', row.createdAt],
    ['held', row.wasHeldAt],
    ['released', row.releasedAt],
    ['delayed', row.delayedSince],
    ['handedOver', row.handedOverAt],
    ['inDoubt', row.inDoubtAt],
    ['sent', row.sentAt],
    ['bounced', row.bouncedAt],
    ['complained', row.complainedAt],
    ['ended', row.endedAt],
  ];
  return all
    .flatMap(([step, at]) => (at ? [{ step, at: at.toISOString() }] : []))
    .sort((a, b) => a.at.localeCompare(b.at));
}
