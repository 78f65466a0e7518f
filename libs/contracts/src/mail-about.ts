import { z } from 'zod';
import { id } from './shared.js';

/** What a person writes mail from. */
export const mailAbout = z.strictObject({
  type: z.enum(['client', 'vendor', 'staff', 'booking', 'invoice', 'inquiry', 'project']),
  id,
});
export type MailAbout = z.infer<typeof mailAbout>;
