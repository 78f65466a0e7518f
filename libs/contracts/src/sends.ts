import { z } from 'zod';
import { mailAbout } from './mail-about.js';
import { id, instant, page, pageQuery, text } from './shared.js';

export const sendState = z.enum([
  /** It is not tried until a person, or a rule, lets it go. */
  'held',
  'queued',
  'sending',
  'sent',
  'in_doubt',
  'failed',
  'bounced',
  'suppressed',
]);
export const sendPurpose = z.enum([
  /** A step of a workflow writes to its recipient. */
  'step',
  /** A step of a workflow notifies the studio. */
  'notice',
  /** A question of a run waits for an answer of the studio. */
  'reminder',
  /** A person wrote it. */
  'byHand',
  /** A member of the studio sees what a template says. */
  'test',
  /** An answer that came to the platform's address is passed on to the studio's own. */
  'forward',
]);
export const holdGroup = z.string().min(1).max(400);
/** One outgoing mail, as the ledger has it. */
export const send = z.object({
  id,
  /** What it was written for. */
  purpose: sendPurpose,
  state: sendState,
  to: z.string(),
  toName: z.string(),
  category: z.enum(['transactional', 'marketing']),
  /** The template's name; null where it was written without one. */
  template: z.string().nullable(),
  runId: id.nullable(),
  stepId: z.string().nullable(),
  workflowId: id.nullable(),
  workflowName: z.string().nullable(),
  clientId: id.nullable(),
  /** Of a held mail: with which others it is let go, and since when. */
  group: holdGroup.nullable(),
  heldAt: instant.nullable(),
  /** Of a queued mail: when it is tried next. */
  nextAttemptAt: instant.nullable(),
  sentAt: instant.nullable(),
  createdAt: instant,
  /** Null while it is not written yet: a workflow's mail is written when it leaves. */
  subject: z.string().nullable(),
  /** Who wrote it by hand, and from which record; who had a test sent, which is about none. */
  author: z.string().nullable(),
  about: mailAbout.nullable(),
  /** In the correspondence, once it has left. */
  message: id.nullable(),
  /** The brand's, in which its times are meant. */
  zone: z.string(),
  /** Why it is so, for programs and in words. */
  reasonCode: z.string().nullable(),
  reasons: z.array(z.string()),
});
export const sendPage = page(send);
/** What a mail went through, each with its moment; of a state that it was in several times, the last. */
export const sendStep = z.enum([
  'created',
  'held',
  'released',
  'delayed',
  'handedOver',
  'inDoubt',
  'sent',
  'bounced',
  'complained',
  'ended',
]);
export const sendDetail = send.extend({
  brandId: id,
  /** The address that it left from; null while it has not left. */
  from: z.string().nullable(),
  /** As it left, or as a person wrote it; null while it is not written. */
  html: z.string().nullable(),
  text: z.string().nullable(),
  /** Ours, with angle brackets: a repeat carries the same one. */
  messageId: z.string(),
  /** What the provider calls it. */
  providerMessageId: z.string().nullable(),
  /** What the mail server said last. */
  smtpReply: z.string().nullable(),
  attempts: z.int(),
  /** The earliest first. */
  times: z.array(z.object({ step: sendStep, at: instant })),
});
/** What a person says of a mail in doubt. */
export const doubtDecision = z.strictObject({ decision: z.enum(['markSent', 'sendAgain']) });
/** The boxes of the outbox. */
export const outboxBox = z.enum(['scheduled', 'held', 'inDoubt', 'sent', 'failed']);
export const sendQuery = pageQuery.extend({
  /** One box; `scheduled` begins with what leaves first, all else with the newest. */
  box: outboxBox.optional(),
  state: sendState.optional(),
  group: holdGroup.optional(),
  runId: id.optional(),
  clientId: id.optional(),
});
/** Mails that are held for one reason and let go together. */
export const hold = z.object({
  group: holdGroup,
  /** For programs: `account`, `limit`, `firstContacts`. */
  cause: z.string(),
  reasonCode: z.string(),
  reasons: z.array(z.string()),
  since: instant,
  mails: z.int(),
  /** When one of the mails is tried again by itself; null where a person decides. */
  nextTryAt: instant.nullable(),
});
export const holds = z.object({ items: z.array(hold) });
/** All held mails of a group, or some by their ids: held ones, and those that are still to leave. */
export const sendChoice = z.union([
  z.strictObject({ group: holdGroup, note: text(500).optional() }),
  z.strictObject({ ids: z.array(id).min(1).max(500), note: text(500).optional() }),
]);
/**
 * How many mails it concerns; done twice, the second time none. `others`: those that were chosen by their ids and had left, or were settled, already.
 */
export const sendsChanged = z.object({
  mails: z.int(),
  others: z.array(z.object({ id, state: sendState })),
});
export type SendPurpose = z.infer<typeof sendPurpose>;
export type SendState = z.infer<typeof sendState>;
export type SendView = z.infer<typeof send>;
export type SendDetail = z.infer<typeof sendDetail>;
export type SendStep = z.infer<typeof sendStep>;
export type DoubtDecision = z.infer<typeof doubtDecision>;
export type OutboxBox = z.infer<typeof outboxBox>;
export type SendQuery = z.infer<typeof sendQuery>;
export type HoldView = z.infer<typeof hold>;
export type SendChoice = z.infer<typeof sendChoice>;
export type SendsChanged = z.infer<typeof sendsChanged>;
