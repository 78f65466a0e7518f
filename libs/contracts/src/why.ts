import { inEnglish } from '@cueline/workflows/language';
import { z } from 'zod';
import { sendState } from './sends.js';
import { id, instant, pageQuery, placeCursor } from './shared.js';

export const whyKind = z.enum([
  'sent',
  'waiting',
  'inDoubt',
  /** Taken back before it left. */
  'notSent',
  'failed',
  'skipped',
  /** A way was taken. */
  'decided',
  /** A run ended before its last step. */
  'ended',
  /** Something happened, and a workflow that listens to it did not begin. */
  'notStarted',
]);
export const whyEntry = z.object({
  at: instant,
  kind: whyKind,
  workflowId: id,
  workflowName: z.string(),
  runId: id.nullable(),
  stepId: z.string().nullable(),
  /** The mail's subject as it left; the template's name where none has left. */
  mail: z.string().nullable(),
  to: z.string().nullable(),
  /** What happened, where no run came of it. */
  event: z.string().nullable(),
  /** In words, with the facts that were compared. */
  reasons: z.array(z.string()),
});
export const whyAnswer = z.object({ items: z.array(whyEntry), nextCursor: z.string().nullable() });
export const whyQuery = pageQuery
  .extend({
    cursor: placeCursor.optional(),
    /** With all of the client’s records. */
    clientId: id.optional(),
    /** A booking, an invoice, an inquiry ...: one of whom there is no client yet, too. */
    recordId: id.optional(),
    templateId: id.optional(),
    workflowId: id.optional(),
    from: instant.optional(),
    to: instant.optional(),
  })
  .refine(({ clientId, recordId }) => (clientId === undefined) !== (recordId === undefined), {
    error: inEnglish({
      en: 'Give the client by "clientId", or one record by "recordId".',
      de: 'Nenne den Kunden mit „clientId“ oder einen Datensatz mit „recordId“.',
    }),
    path: ['clientId'],
  });
/** A fact that a rule compared, and what it is now. */
export const changedFact = z.object({
  /** A path of the catalogue: `booking.status`. */
  field: z.string(),
  label: z.string(),
  /** As it was compared, and as it is now, in words. */
  then: z.string(),
  now: z.string(),
});
/** Why one mail was sent, or was not: what happened, the rule that listens to it, the steps up to the mail, and the mail. */
export const sendWhy = z.object({
  sendId: id,
  /** What happened; null for a mail that a person wrote. */
  trigger: z
    .object({
      eventId: id,
      type: z.string(),
      label: z.string(),
      at: instant,
      subjectType: z.string(),
      subjectId: id,
    })
    .nullable(),
  /** The workflow that began with it, and why it did; null for a mail that a person wrote. */
  rule: z
    .object({
      workflowId: id,
      workflowName: z.string(),
      version: z.int(),
      runId: id,
      startedAt: instant,
      reasons: z.array(z.string()),
    })
    .nullable(),
  /** What the run came through before the mail, in its order. */
  steps: z.array(
    z.object({
      stepId: z.string(),
      visit: z.int(),
      kind: z.string(),
      /** The step's own name, else what its kind is called. */
      title: z.string(),
      status: z.enum(['running', 'waiting', 'done', 'skipped', 'failed']),
      /** The name of the path that was taken. */
      outcome: z.string().nullable(),
      at: instant,
      /** In words, with the facts that were compared. */
      reasons: z.array(z.string()),
    }),
  ),
  mail: z.object({
    state: sendState,
    to: z.string(),
    toName: z.string(),
    category: z.enum(['transactional', 'marketing']),
    template: z.string().nullable(),
    templateId: id.nullable(),
    stepId: z.string().nullable(),
    /** Why it is so. */
    reasons: z.array(z.string()),
  }),
  /** Facts that were compared on the way and are others now. */
  changed: z.array(changedFact),
});
export type SendWhy = z.infer<typeof sendWhy>;
export type WhyKind = z.infer<typeof whyKind>;
export type WhyEntry = z.infer<typeof whyEntry>;
export type WhyQuery = z.infer<typeof whyQuery>;
