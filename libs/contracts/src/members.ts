import { z } from 'zod';
import { email, id, instant, named } from './shared.js';

export const memberRole = z.enum(['owner', 'admin', 'member']);
export const newMember = z.strictObject({
  email,
  role: memberRole,
  /** For a person who has no sign-in yet. */
  name: named(200).optional(),
  /** The first password of a person who has no sign-in yet. */
  password: z.string().min(10).max(128).optional(),
});
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
export type NewMember = z.infer<typeof newMember>;
export type MemberPatch = z.infer<typeof memberPatch>;
export type Member = z.infer<typeof member>;
