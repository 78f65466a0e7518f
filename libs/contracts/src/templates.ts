import { z } from 'zod';
import { eventTypes } from '@cueline/workflows';
import { id, instant, named, page, searchQuery, text } from './shared.js';

const fields = {
  name: named(120),
  subject: z.string().max(2_000),
  preheader: text(300),
  html: z.string().max(200_000),
  text: z.string().max(200_000).nullable(),
};
export const newTemplate = z.strictObject({
  ...fields,
  preheader: fields.preheader.optional(),
  text: fields.text.optional(),
});
export const templatePatch = z.strictObject(fields).partial();
export const templateProblem = z.object({
  code: z.string(),
  /** An error keeps the template from being published and mailed; a warning is for a person to judge. */
  severity: z.enum(['error', 'warning']),
  part: z.string(),
  line: z.int(),
  column: z.int(),
  /** Characters before it in the part. */
  offset: z.int(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
export const template = z.object({
  id,
  ...fields,
  name: z.string(),
  preheader: z.string(),
  revision: z.int(),
  problems: z.array(templateProblem),
  updatedAt: instant,
});
export const templateRow = z.object({
  id,
  name: z.string(),
  subject: z.string(),
  problems: z.int(),
  usedIn: z.int(),
  updatedAt: instant,
});
export const templateList = page(templateRow);
export const templateQuery = searchQuery;
/** What a mail says, with its merge fields. */
export const templateContent = z.strictObject({
  subject: fields.subject,
  preheader: fields.preheader.default(''),
  html: fields.html,
  text: fields.text.default(null),
});
/** A template as it is being written, and what it is filled in with: an event's records, a chosen client's or samples. */
export const newPreview = templateContent.extend({
  event: z.enum(eventTypes.map(({ type }) => type)).default('booking.created'),
  clientId: id.optional(),
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
export type TemplateContent = z.infer<typeof templateContent>;
export type NewTemplate = z.infer<typeof newTemplate>;
export type TemplatePatch = z.infer<typeof templatePatch>;
export type TemplateView = z.infer<typeof template>;
export type TemplateQuery = z.infer<typeof templateQuery>;
export type TemplateRow = z.infer<typeof templateRow>;
export type TemplatePreview = z.infer<typeof preview>;
export type NewPreview = z.infer<typeof newPreview>;
