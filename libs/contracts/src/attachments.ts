import { inEnglish } from '@cueline/workflows/language';
import { z } from 'zod';
import { id, instant } from './shared.js';

/** At most so many in a mail. */
export const MOST_ATTACHMENTS = 10;

const calendar = z.strictObject({
  type: z.literal('calendar').meta({
    description:
      'The calendar file of the booking that the mail is about (RFC 5545), as the booking is when the mail leaves. The mail about a moved booking moves the entry, that of a cancelled one takes it out.',
  }),
});
const file = z.strictObject({
  type: z.literal('file'),
  file: id.meta({
    description:
      'Of a file that was uploaded by POST /api/v1/files, as `{ "use": "attachment" }` or an image. All files of a mail have at most 7 MB together.',
  }),
});
export const attachment = z.discriminatedUnion('type', [calendar, file]).meta({ id: 'Attachment' });
const eachOnce = inEnglish({
  en: 'Attach each file, and the calendar file, once.',
  de: 'Hänge jede Datei und die Kalenderdatei nur einmal an.',
});
/** What a mail carries beside its text. */
export const attachments = z
  .array(attachment)
  .max(MOST_ATTACHMENTS)
  .refine((given) => new Set(given.map((one) => JSON.stringify(one))).size === given.length, eachOnce)
  .meta({ uniqueItems: true });

/** An attachment as the reader of a mail sees it. */
export const attached = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('calendar'),
      name: z.string(),
      /** What it does to the entry: puts or moves it in, or takes it out. */
      method: z.enum(['REQUEST', 'CANCEL']),
      title: z.string(),
      location: z.string(),
      startsAt: instant,
      endsAt: instant,
    }),
    z.object({
      type: z.literal('file'),
      file: id,
      name: z.string(),
      mediaType: z.string(),
      octets: z.int(),
    }),
  ])
  .meta({ id: 'Attached' });
export type Attachment = z.infer<typeof attachment>;
export type Attached = z.infer<typeof attached>;
