import { inEnglish } from '@cueline/workflows/language';
import { z } from 'zod';
import { day, id, instant, named, page, searchQuery, takenOver } from './shared.js';

const fields = { name: named(200), stage: named(100), dueOn: day.nullable() };

export const newProject = z.strictObject({
  clientId: id,
  brandId: id.optional(),
  name: fields.name,
  stage: fields.stage.optional(),
  dueOn: fields.dueOn.optional(),
  takenOver,
});
export const projectPatch = z.strictObject(fields).partial();
export const gallery = z.strictObject({
  url: z
    .url({
      protocol: /^https?$/,
      error: inEnglish({
        en: 'Give the whole address, such as https://…',
        de: 'Gib die ganze Adresse an, wie https://…',
      }),
    })
    .max(2_000),
});
export const project = z.object({
  id,
  brandId: id,
  clientId: id,
  clientName: z.string(),
  name: z.string(),
  stage: z.string(),
  dueOn: day.nullable(),
  galleryUrl: z.string().nullable(),
  createdAt: instant,
});
export const projectPage = page(project);
export const projectQuery = searchQuery.extend({ clientId: id.optional(), stage: named(100).optional() });
export type NewProject = z.infer<typeof newProject>;
export type ProjectPatch = z.infer<typeof projectPatch>;
export type Gallery = z.infer<typeof gallery>;
export type Project = z.infer<typeof project>;
export type ProjectQuery = z.infer<typeof projectQuery>;
