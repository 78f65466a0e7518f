import { z } from 'zod';
import { id, instant, named, text } from './shared.js';

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
  part: z.string(),
  line: z.int(),
  column: z.int(),
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
export const templateList = z.object({ items: z.array(templateRow) });
export const previewQuery = z.strictObject({ event: z.string().max(100).default('booking.created') });
export const preview = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  problems: z.array(templateProblem),
});
export type NewTemplate = z.infer<typeof newTemplate>;
export type TemplatePatch = z.infer<typeof templatePatch>;
export type TemplateView = z.infer<typeof template>;
export type TemplateRow = z.infer<typeof templateRow>;
export type TemplatePreview = z.infer<typeof preview>;
export type PreviewQuery = z.infer<typeof previewQuery>;
