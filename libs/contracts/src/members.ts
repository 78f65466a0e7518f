import { z } from 'zod';
import { id, instant } from './shared.js';

export const memberRole = z.enum(['owner', 'admin', 'member']);
export const memberPatch = z.strictObject({ role: memberRole });
export const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: memberRole,
  /** The one who asks. */
  isYou: z.boolean(),
  createdAt: instant,
});
export const memberList = z.object({ items: z.array(member) });
export type MemberRole = z.infer<typeof memberRole>;
export type MemberPatch = z.infer<typeof memberPatch>;
export type Member = z.infer<typeof member>;
