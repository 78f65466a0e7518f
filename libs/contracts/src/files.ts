import { z } from 'zod';
import { id, instant, line } from './shared.js';

/** Characters of base64 that 700 kB take. */
const MOST = 933_336;

/** An image for mails: PNG, JPEG or GIF of at most 700 kB. */
export const newFile = z.strictObject({
  /** As it was called where it came from. */
  name: line(200),
  data: z
    .base64()
    .min(4)
    .max(MOST)
    .meta({ description: 'The octets of the file in base64 (RFC 4648, section 4).' }),
});
export const file = z.object({
  id,
  name: z.string(),
  type: z.string(),
  octets: z.int(),
  width: z.int(),
  height: z.int(),
  /** Where everybody who has it sees the image, without a sign-in. */
  url: z.string(),
  createdAt: instant,
});
export type NewFile = z.infer<typeof newFile>;
export type FileView = z.infer<typeof file>;
