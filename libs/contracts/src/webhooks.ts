import { z } from 'zod';

export const signing = z.object({
  /** `whsec_` and base64, as libraries of Standard Webhooks take it. */
  secret: z.string(),
});
export type Signing = z.infer<typeof signing>;
