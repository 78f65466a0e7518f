import { z } from 'zod';
import { signInAddress } from './accounts.js';
import { memberRole } from './members.js';
import { id, instant, named } from './shared.js';

export const newInvitation = z.strictObject({
  email: signInAddress,
  role: memberRole,
  /** How the email greets the person, who may choose another name. */
  name: named(200).optional(),
});
export const invitationPatch = z.strictObject({ role: memberRole });
export const invitation = z.object({
  id,
  email: z.string(),
  name: z.string().nullable(),
  role: memberRole,
  /** Only an open one can be accepted. */
  state: z.enum(['open', 'expired', 'accepted', 'revoked']),
  invitedBy: z.string(),
  /** Whether its latest email has left. */
  mail: z.enum(['queued', 'sent', 'failed']),
  createdAt: instant,
  mailedAt: instant,
  expiresAt: instant,
});
export const invitationList = z.object({ items: z.array(invitation) });
export type NewInvitation = z.infer<typeof newInvitation>;
export type InvitationPatch = z.infer<typeof invitationPatch>;
export type Invitation = z.infer<typeof invitation>;
