import { z } from 'zod';
import { attached, attachments } from './attachments.js';
import { blockDocumentSchema } from '@cueline/email/blocks';
import { email, id, instant, line, page, pageQuery } from './shared.js';
import { mailAbout } from './mail-about.js';
import { sendState } from './sends.js';
import { preview, templateContent } from './templates.js';
import { answerKind } from './threads.js';

export const mailRecipient = z.strictObject({ address: email, name: line(200).default('') });
/** Whom it is from: the brand, or a staff member by name. Both leave from the brand's address; the answers go to the staff member. */
export const mailSender = z.union([
  z.strictObject({ type: z.literal('brand') }),
  z.strictObject({ type: z.literal('staff'), id }),
]);

/** The message that a letter answers or passes on: it stays in its thread. */
export const answered = z.strictObject({ messageId: id, kind: answerKind });

const written = {
  about: mailAbout,
  from: mailSender.default({ type: 'brand' }),
  /** Of a vendor's or staff member's mail alone; the mails of other records are their brand's. */
  brandId: id.optional(),
  category: z.enum(['transactional', 'marketing']).default('transactional'),
  /** The template that it began with. */
  templateId: id.nullable().default(null),
  content: templateContent,
  attachments: attachments.default([]),
};
export const newLetter = z.strictObject({
  /** Chosen by whoever sends it: a letter is sent once, however often it is asked for. The id of its draft, where it has one. */
  id,
  ...written,
  answers: answered.nullable().default(null),
  /** Each gets a mail of their own. */
  to: z.array(mailRecipient).min(1).max(50),
  /** When it leaves; at once where nothing is said. */
  sendAt: instant.optional(),
});
export const letter = z.object({
  id,
  mails: z.array(z.object({ id, to: z.string(), state: sendState })),
  sendAt: instant.nullable(),
});
export const newLetterPreview = z.strictObject({
  ...written,
  /** In whose language and zone it is written: the client's, where the client gets it, else the brand's. */
  to: mailRecipient.optional(),
});
export const letterPreview = preview.omit({ samples: true }).extend({
  from: z.string(),
  replyTo: z.string().nullable(),
  attachments: z.array(attached),
});

export const mailStartQuery = z.strictObject({ type: mailAbout.shape.type, id });
const person = z.object({ name: z.string(), address: z.string() });
/** What there is to choose from when one begins to write. */
export const mailStart = z.object({
  about: z.object({ type: mailAbout.shape.type, id, label: z.string() }),
  brand: z.object({ id, name: z.string(), zone: z.string() }),
  /** The people on the record, the likeliest first. */
  people: z.array(
    z.object({
      kind: z.enum(['client', 'vendor', 'staff', 'inquiry']),
      id,
      name: z.string(),
      /** Null: there is none, so nobody can write there. */
      address: z.string().nullable(),
      role: z.string(),
    }),
  ),
  senders: z.array(
    z.object({
      sender: mailSender,
      ...person.shape,
      replyTo: z.string().nullable(),
      /** The caller's own. */
      isOwn: z.boolean(),
    }),
  ),
  /** Why the studio is done with the record, where it is. */
  closed: z.enum(['cancelled', 'archived', 'void', 'closed']).nullable(),
});

/** A letter as far as it is written: nothing of it has to be complete. */
export const draftContent = z.strictObject({
  to: z.array(z.strictObject({ address: z.string().max(320), name: z.string().max(200) })).max(50),
  from: mailSender,
  category: written.category,
  templateId: id.nullable(),
  answers: answered.nullable().default(null),
  subject: z.string().max(2_000),
  html: z.string().max(200_000),
  attachments: attachments.default([]),
  /** What is written in blocks has its subject there, too. */
  blocks: blockDocumentSchema.nullable().default(null),
  sendAt: instant.nullable(),
});
export const mailDraftPatch = z.strictObject({ content: draftContent });
/** `id`: chosen by whoever writes; the letter is sent under it. */
export const newMailDraft = mailDraftPatch.extend({ id, about: mailAbout });
export const mailDraft = z.object({ id, about: mailAbout, content: draftContent, updatedAt: instant });
export const mailDraftPage = page(mailDraft);
export const mailDraftQuery = pageQuery.extend({ aboutId: id.optional() });

export type { MailAbout } from './mail-about.js';
export type MailRecipient = z.infer<typeof mailRecipient>;
export type MailSender = z.infer<typeof mailSender>;
export type NewLetter = z.infer<typeof newLetter>;
export type LetterView = z.infer<typeof letter>;
export type NewLetterPreview = z.infer<typeof newLetterPreview>;
export type LetterPreview = z.infer<typeof letterPreview>;
export type MailStartQuery = z.infer<typeof mailStartQuery>;
export type MailStart = z.infer<typeof mailStart>;
export type MailDraftPatch = z.infer<typeof mailDraftPatch>;
export type NewMailDraft = z.infer<typeof newMailDraft>;
export type MailDraftView = z.infer<typeof mailDraft>;
export type MailDraftQuery = z.infer<typeof mailDraftQuery>;
