import { inEnglish } from '@cueline/workflows/language';
import { z } from 'zod';
import { id, instant, line } from './shared.js';

/** Characters of base64 that 5 MB take. */
const MOST = 6_666_668;

const tooLarge = inEnglish({
  en: 'The file has more than 5 MB. Make it smaller (a PDF: export it for the screen), or put it on the web and link to it.',
  de: 'Die Datei hat mehr als 5 MB. Verkleinere sie (ein PDF: für den Bildschirm exportieren) oder stelle sie ins Netz und verlinke sie.',
});

/** An image for mails: PNG, JPEG or GIF of at most 700 kB; or a file of at most 5 MB that mails carry. */
export const newFile = z.strictObject({
  /** As it was called where it came from. */
  name: line(200),
  use: z.enum(['image', 'attachment']).default('image').meta({
    description:
      'An image is shown in mails, and to everybody who has its address. An attachment is carried by mails and shown to people of the studio: PDF, PNG, JPEG, GIF, plain text, CSV, calendar, vCard, or a document of Word, Excel or PowerPoint without macros.',
  }),
  data: z
    .base64()
    .min(4)
    .max(MOST, tooLarge)
    .meta({ description: 'The octets of the file in base64 (RFC 4648, section 4).' }),
});
export const file = z.object({
  id,
  name: z.string(),
  type: z.string(),
  octets: z.int(),
  /** Of an image. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Where everybody who has it sees the image, without a sign-in; of another file, where people of the studio get it. */
  url: z.string(),
  createdAt: instant,
});
export type NewFile = z.infer<typeof newFile>;
export type FileView = z.infer<typeof file>;
