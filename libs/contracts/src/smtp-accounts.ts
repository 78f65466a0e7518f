import { z } from 'zod';
import { mailPassword, mailProvider, mailServer, shownMailServer } from './mail-server.js';
import { email, id, instant, namedLine } from './shared.js';

export const smtpAccountState = z.enum([
  /** Nothing was sent or tested since the last change. */
  'unchecked',
  'working',
  'needs_attention',
]);

const settings = {
  ...mailServer,
  /** As whom it sends; mails come from this very address. */
  address: email,
  fromName: namedLine(200),
  /** Where answers go; null: to the address itself. */
  replyTo: email.nullable(),
  /** More mails wait for the next minute, or for the next day of the brand; null for any number. None is dropped. */
  limitPerMinute: z.int().min(1).max(100_000).nullable(),
  limitPerDay: z.int().min(1).max(10_000_000).nullable(),
};
export const smtpServer = z.strictObject({ ...mailServer, password: mailPassword });
export const newSmtpAccount = z.strictObject({
  ...settings,
  /** The studio's own brand where none is named. */
  brandId: id.optional(),
  replyTo: settings.replyTo.default(null),
  limitPerMinute: settings.limitPerMinute.default(null),
  limitPerDay: settings.limitPerDay.default(null),
  password: mailPassword,
  /** The brand sends from it from now on. */
  isDefault: z.boolean().default(false),
});
export const smtpAccountPatch = z.strictObject({ ...settings, password: mailPassword }).partial();

/** How an account is, by the last proof. */
export const smtpAccountHealth = z.object({
  state: smtpAccountState,
  /** What is wrong, for programs: `signIn`, `senderRejected`, `limit`, `unreachable`, ... */
  cause: z.string().nullable(),
  reasonCode: z.string().nullable(),
  /** In words, with the server's own. */
  reasons: z.array(z.string()),
  /** Since when it has this state. */
  since: instant,
  /** When the server last accepted a mail or a test. */
  provenAt: instant.nullable(),
  /** Mails that wait for the account to work again: one is tried at `nextTryAt`, and the others follow. */
  held: z.int(),
  /** Mails that were held for so long that a person decides about them. */
  late: z.int(),
  oldestHeldAt: instant.nullable(),
  nextTryAt: instant.nullable(),
  /** Mails that its limits delay. */
  delayed: z.int(),
  /** The groups of `releaseSends` and `skipSends`: what trouble holds, and what waits for a person. */
  heldGroup: z.string(),
  lateGroup: z.string(),
});
export const smtpAccount = z.object({
  id,
  brandId: id,
  address: z.string(),
  fromName: z.string(),
  replyTo: z.string().nullable(),
  ...shownMailServer,
  limitPerMinute: z.int().nullable(),
  limitPerDay: z.int().nullable(),
  /** The brand sends from it. */
  isDefault: z.boolean(),
  health: smtpAccountHealth,
  revision: z.int(),
  createdAt: instant,
  updatedAt: instant,
});
export const smtpAccountQuery = z.strictObject({ brandId: id.optional() });
export const smtpAccountList = z.object({ items: z.array(smtpAccount) });
/** What becomes of the mails that it held: they go on from the address that their brand has now, but those that a person decides about. */
export const smtpAccountRemoved = z.object({ released: z.int(), waiting: z.int(), from: z.string() });

const { fromName, replyTo, limitPerMinute, limitPerDay } = settings;
/** An account that signs in at its provider: whose it is, the provider says. */
export const newSignIn = z.strictObject({
  provider: mailProvider,
  /** Offered to whoever signs in. */
  address: email.optional(),
  brandId: id.optional(),
  fromName,
  replyTo: replyTo.default(null),
  limitPerMinute: limitPerMinute.default(null),
  limitPerDay: limitPerDay.default(null),
  isDefault: z.boolean().default(false),
});
/** Where the person's browser goes; the provider sends it back to `/email-accounts/connect` with a code and the state. */
export const signIn = z.object({ url: z.string() });
export const signInAnswer = z.strictObject({
  code: z.string().min(1).max(4_000),
  state: z.string().min(1).max(8_000),
});

/** From where a brand sends. */
export const brandSender = z.object({
  kind: z.enum(['platform', 'smtp']),
  accountId: id.nullable(),
  address: z.string(),
  fromName: z.string(),
});
/** An account of the brand; null: the platform's own address. */
export const brandSenderChoice = z.strictObject({ accountId: id.nullable() });

export type NewSignIn = z.infer<typeof newSignIn>;
export type SignIn = z.infer<typeof signIn>;
export type SignInAnswer = z.infer<typeof signInAnswer>;
export type SmtpServer = z.infer<typeof smtpServer>;
export type NewSmtpAccount = z.infer<typeof newSmtpAccount>;
export type SmtpAccountPatch = z.infer<typeof smtpAccountPatch>;
export type SmtpAccountView = z.infer<typeof smtpAccount>;
export type SmtpAccountHealth = z.infer<typeof smtpAccountHealth>;
export type SmtpAccountQuery = z.infer<typeof smtpAccountQuery>;
export type SmtpAccountRemoved = z.infer<typeof smtpAccountRemoved>;
export type BrandSender = z.infer<typeof brandSender>;
export type BrandSenderChoice = z.infer<typeof brandSenderChoice>;
