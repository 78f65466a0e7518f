import { inEnglish } from '@cueline/workflows/language';
import { addressKey } from '@cueline/workflows/locale';
import { z } from 'zod';
import { email, id, instant, named } from './shared.js';

/** The address of a sign-in: the same in capitals, and however its domain is written. */
export const signInAddress = email.transform(addressKey);

export const SHORTEST_PASSWORD = 10;
export const newPassword = z
  .string()
  .min(
    SHORTEST_PASSWORD,
    inEnglish({
      en: `Choose a password of at least ${SHORTEST_PASSWORD} characters.`,
      de: `Wähle ein Passwort mit mindestens ${SHORTEST_PASSWORD} Zeichen.`,
    }),
  )
  .max(
    128,
    inEnglish({
      en: 'Choose a password of at most 128 characters.',
      de: 'Wähle ein Passwort mit höchstens 128 Zeichen.',
    }),
  );
/** As it was typed: what does not fit is wrong, and not said to be of another length. */
const typedPassword = z.string().max(1_000);
/** From the link in an email. */
export const linkToken = z.string().min(1).max(200);
export const linkBody = z.strictObject({ token: linkToken });

export const signIn = z.strictObject({
  email: z.string().trim().min(1).max(254).transform(addressKey),
  password: typedPassword.min(1),
});
export const signedIn = z.object({ user: z.object({ email: z.string() }) });
export const nothing = z.strictObject({});

export const session = z.object({
  id: z.string(),
  /** The one that asks. */
  isThis: z.boolean(),
  userAgent: z.string().nullable(),
  ipAddress: z.string().nullable(),
  createdAt: instant,
  expiresAt: instant,
});
export const sessionList = z.object({ items: z.array(session) });
export const sessionParam = z.object({ id: z.string().min(1).max(64) });
export const ended = z.object({ ended: z.int() });

export const passwordChange = z.strictObject({ currentPassword: typedPassword, newPassword });
export const resetRequest = z.strictObject({ email: signInAddress });
/** The same whether there is such an account or not. */
export const resetRequested = z.object({ detail: z.string() });
export const openReset = z.object({ email: z.string(), expiresAt: instant });
export const passwordReset = linkBody.extend({ password: newPassword });

export const openInvitation = z.object({
  studio: z.string(),
  invitedBy: z.string(),
  email: z.string(),
  /** As the inviter calls the person. */
  name: z.string().nullable(),
  role: z.enum(['owner', 'admin', 'member']),
  expiresAt: instant,
  /** What accepting takes: a name and a password of one's own, or signing in to the account that is there. */
  needs: z.enum(['newAccount', 'signIn', 'nothing']),
  /** The address that this browser is signed in with, when it is another one. */
  signedInAs: z.string().nullable(),
});
export const acceptance = linkBody.extend({
  name: named(200).optional(),
  password: newPassword.optional(),
});
export const accepted = z.object({ studioId: id, studio: z.string() });

export type SignIn = z.infer<typeof signIn>;
export type Session = z.infer<typeof session>;
export type PasswordChange = z.infer<typeof passwordChange>;
export type OpenInvitation = z.infer<typeof openInvitation>;
export type Acceptance = z.infer<typeof acceptance>;
export type Accepted = z.infer<typeof accepted>;
export type OpenReset = z.infer<typeof openReset>;
