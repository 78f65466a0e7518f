import { languages, type Language } from '@cueline/workflows/language';
import { z } from 'zod';
import { id } from './shared.js';

/** Of the screens. */
export const language = z.enum(languages);
export const languageChoice = z.strictObject({ language });
export type { Language };
export type LanguageChoice = z.infer<typeof languageChoice>;

export const me = z.object({
  user: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      /** Null: the member has chosen none, and has that of the browser. */
      language: language.nullable(),
    })
    .nullable(),
  studio: z.object({ id, name: z.string() }),
  role: z.enum(['owner', 'admin', 'member', 'key']),
  brands: z.array(
    z.object({
      id,
      name: z.string(),
      zone: z.string(),
      locale: z.string(),
      currency: z.string(),
      isDefault: z.boolean(),
    }),
  ),
  /** There is a local mail catcher whose mails can be looked at. */
  mailCatcher: z.boolean(),
});
export type Me = z.infer<typeof me>;

export const health = z.object({
  status: z.enum(['ok', 'waiting']),
  missing: z.array(z.string()).optional(),
});

export const catalogue = z.object({
  events: z.array(
    z.object({
      type: z.string(),
      label: z.string(),
      group: z.string(),
      subject: z.string(),
      roles: z.array(z.string()),
      fields: z.array(z.string()),
      sample: z.record(z.string(), z.unknown()),
    }),
  ),
  fields: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      type: z.string(),
      mayBeEmpty: z.boolean(),
      sample: z.unknown(),
    }),
  ),
});
export type Catalogue = z.infer<typeof catalogue>;

export const caughtMail = z.object({
  id: z.string(),
  receivedAt: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  messageId: z.string(),
});
export const caughtMailList = z.object({ total: z.int(), items: z.array(caughtMail) });
export const caughtMailDetail = caughtMail.extend({
  text: z.string(),
  html: z.string(),
  headers: z.array(z.string()),
});
export const caughtMailParam = z.object({ id: z.string().regex(/^[0-9a-f-]{1,80}$/) });
export type CaughtMailList = z.infer<typeof caughtMailList>;
export type CaughtMailDetail = z.infer<typeof caughtMailDetail>;
