import { z } from 'zod';
import { mailAbout } from './mail-about.js';
import { id, instant, named } from './shared.js';

export const newNote = z.strictObject({ about: mailAbout, text: named(5_000) });
export const note = z.object({
  id,
  about: mailAbout,
  text: z.string(),
  author: z.string(),
  createdAt: instant,
});
export type NewNote = z.infer<typeof newNote>;
export type Note = z.infer<typeof note>;
