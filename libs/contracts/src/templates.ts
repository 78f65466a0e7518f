import { z } from 'zod';
import { blockDocumentSchema, fieldFormats } from '@cueline/email/blocks';
import { inEnglish } from '@cueline/workflows/language';
import { eventTypes } from '@cueline/workflows';
import { attached, attachments } from './attachments.js';
import { email, flag, id, instant, named, page, searchQuery, text } from './shared.js';

const fields = {
  name: named(120),
  subject: z.string().max(2_000),
  preheader: text(300),
  html: z.string().max(200_000),
  text: z.string().max(200_000).nullable(),
};
const liveRuns = z.enum(['keep', 'update']);
/** The document that a template is written in; null says that it is written as source. */
const blocks = blockDocumentSchema.nullable();
const oneKind = inEnglish({
  en: 'A template is written in blocks or as source: leave out subject, preheader, html and text, or the blocks.',
  de: 'Eine Vorlage besteht aus Blöcken oder aus Quelltext: Lass subject, preheader, html und text weg oder die Blöcke.',
});
type Written = { readonly blocks?: object | null } & Readonly<Partial<Record<keyof typeof fields, unknown>>>;
const isOneKind = ({ blocks, subject, preheader, html, text }: Written) =>
  !blocks || [subject, preheader, html, text].every((part) => part === undefined);
const inSource = inEnglish({
  en: 'Give the blocks, or subject and html.',
  de: 'Gib die Blöcke an oder subject und html.',
});
export const newTemplate = z
  .strictObject({ ...fields, blocks, attachments })
  .partial()
  .required({ name: true })
  .refine(isOneKind, oneKind)
  .refine(({ blocks, subject, html }) => blocks || (subject !== undefined && html !== undefined), inSource);
export const templatePatch = z
  .strictObject({
    ...fields,
    blocks,
    /** All that its mails carry from now on; left out, they carry what they did. */
    attachments,
    /** One that is archived is offered no more, and steps that use it are not published; runs under way go on mailing by it. */
    archived: z.boolean(),
    /** Whether runs that are under way mail by it from now on (`update`), or go on with what they began with (`keep`). */
    liveRuns,
  })
  .partial()
  .refine(isOneKind, oneKind);
export const templateProblem = z.object({
  code: z.string(),
  /** An error keeps the template from being published and mailed; a warning is for a person to judge. */
  severity: z.enum(['error', 'warning']),
  part: z.string(),
  line: z.int(),
  column: z.int(),
  /** Characters before it in the part. */
  offset: z.int(),
  /** Where it is in a document of blocks: the block's id, null for subject and preview line, and a JSON pointer. */
  block: z.object({ id: z.string().nullable(), pointer: z.string() }).nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
export const template = z.object({
  id,
  ...fields,
  name: z.string(),
  preheader: z.string(),
  blocks,
  attachments,
  archivedAt: instant.nullable(),
  revision: z.int(),
  /** Of what it says now. */
  version: z.int(),
  problems: z.array(templateProblem),
  updatedAt: instant,
});
export const templateRow = z.object({
  id,
  name: z.string(),
  /** As source, fields in braces, whichever way it is written. */
  subject: z.string(),
  writtenIn: z.enum(['blocks', 'source']),
  problems: z.int(),
  usedIn: z.int(),
  archivedAt: instant.nullable(),
  updatedAt: instant,
});
export const templateList = page(templateRow);
/** Those that are in use, or those that are archived. */
export const templateQuery = searchQuery.extend({ archived: flag.default('false') });
export const templateVersionRow = z.object({
  number: z.int(),
  subject: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  /** A mail was written by it. */
  isUsed: z.boolean(),
  /** Runs under way that mail by it. */
  liveRuns: z.int(),
});
export const templateVersionList = z.object({ items: z.array(templateVersionRow) });
export const versionParam = z.object({ id, number: z.coerce.number().int().min(1).max(1_000_000) });
export const restoredVersion = z.strictObject({ liveRuns: liveRuns.optional() });
export const templateCopy = z.strictObject({ name: fields.name });
export const templateUse = z.object({
  workflows: z.array(
    z.object({ id, name: z.string(), state: z.string(), inDraft: z.boolean(), liveRuns: z.int() }),
  ),
  liveRuns: z.int(),
});
/** Of a template in either way of writing. */
export const templateSource = z.object({
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string().nullable(),
});
/** What a mail says, with its merge fields: a document of blocks, else source. */
export const templateContent = z.strictObject({
  subject: fields.subject.default(''),
  preheader: fields.preheader.default(''),
  html: fields.html.default(''),
  text: fields.text.default(null),
  blocks: blocks.default(null),
});
export const templateVersion = z.object({
  number: z.int(),
  createdAt: instant,
  createdBy: z.string(),
  content: templateContent,
  attachments,
});
/**
 * What a template is filled in with: an event's records, a chosen client's or samples. Without an event: those of the event that has the records which the
 * template speaks of.
 */
const filledWith = {
  event: z.enum(eventTypes.map(({ type }) => type)).optional(),
  clientId: id.optional(),
};
/** A template as it is being written, filled in. */
export const newPreview = templateContent.extend({ ...filledWith, attachments: attachments.default([]) });
/** A template as it is saved, mailed to a member of the studio. */
export const newTestMail = z.strictObject({
  /** Chosen by whoever sends it: a test is sent once, however often the request is made. */
  id,
  ...filledWith,
  /** The address of a member; the caller's own where nothing is said. */
  to: email.optional(),
});
export const testMail = z.object({
  /** Of the mail: what becomes of it is in the ledger of sends. */
  id,
  to: z.string(),
});
export const preview = z.object({
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  problems: z.array(templateProblem),
  /** Records that are not the client's: samples stand in for them. */
  samples: z.array(z.string()),
});
/** The preview of a template, with what its chips say. */
export const templatePreview = preview.extend({
  /** Whose records it is filled in with. */
  event: z.enum(eventTypes.map(({ type }) => type)),
  /** As the reader sees them. A calendar file is missing where the event has no booking. */
  attachments: z.array(attached),
  /** What each field of a document of blocks says; empty of one that is source. */
  values: z.array(
    z.object({
      field: z.string(),
      format: z.enum(fieldFormats).optional(),
      fallback: z.string().optional(),
      text: z.string(),
    }),
  ),
});
export type TemplateContent = z.infer<typeof templateContent>;
export type NewTemplate = z.infer<typeof newTemplate>;
export type TemplatePatch = z.infer<typeof templatePatch>;
export type TemplateView = z.infer<typeof template>;
export type TemplateQuery = z.infer<typeof templateQuery>;
export type TemplateRow = z.infer<typeof templateRow>;
export type TemplatePreview = z.infer<typeof templatePreview>;
export type NewTestMail = z.infer<typeof newTestMail>;
export type TestMailView = z.infer<typeof testMail>;
export type NewPreview = z.infer<typeof newPreview>;
export type TemplateVersionList = z.infer<typeof templateVersionList>;
export type TemplateVersionView = z.infer<typeof templateVersion>;
export type VersionParam = z.infer<typeof versionParam>;
export type RestoredVersion = z.infer<typeof restoredVersion>;
export type TemplateCopy = z.infer<typeof templateCopy>;
export type TemplateUse = z.infer<typeof templateUse>;
export type TemplateSourceView = z.infer<typeof templateSource>;
