import { inEnglish } from '@cueline/workflows/language';
import { businessHoursSchema } from '@cueline/workflows';
import { z } from 'zod';
import { currency, email, id, instant, locale, namedLine, text, zone } from './shared.js';

export const brandPatch = z
  .strictObject({
    name: namedLine(200),
    color: z.string().regex(
      /^#[0-9a-fA-F]{6}$/,
      inEnglish({
        en: 'A colour is six hexadecimal digits, such as #3b5bdb.',
        de: 'Eine Farbe sind sechs hexadezimale Ziffern, wie #3b5bdb.',
      }),
    ),
    /** Plain text below every mail; of one made of blocks, where its signature stands. */
    signature: text(2_000),
    /** Shown above every mail instead of the name; null for the name. */
    logoUrl: z
      .url({ protocol: /^https$/ })
      .max(2_000)
      .nullable(),
    /** Plain text below the card of every mail: who sends it, from where. */
    legalFooter: text(2_000),
    zone,
    locale,
    /** What the brand's prices are in; an invoice names its own. */
    currency,
    /** Where answers arrive to what leaves from the platform's address; null: nowhere. */
    replyTo: email.nullable(),
    /** All of them at once: what is left out is as usual, 09:00 to 17:00 from Monday to Friday. */
    businessHours: businessHoursSchema,
  })
  .partial();
export const brand = z.object({
  id,
  name: z.string(),
  isDefault: z.boolean(),
  color: z.string(),
  signature: z.string(),
  logoUrl: z.string().nullable(),
  legalFooter: z.string(),
  zone: z.string(),
  locale: z.string(),
  currency: z.string(),
  replyTo: z.string().nullable(),
  businessHours: businessHoursSchema,
  createdAt: instant,
});
export const brandList = z.object({ items: z.array(brand) });
export type BrandPatch = z.infer<typeof brandPatch>;
export type Brand = z.infer<typeof brand>;
