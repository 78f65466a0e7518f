import { z } from 'zod';
import { mailPassword, mailServer, shownMailServer } from './mail-server.js';
import { email, id, instant } from './shared.js';

export const mailboxState = z.enum([
  /** Its settings are new, or have changed: nobody has signed in with them yet. */
  'connecting',
  /** It is read, and older mail is still being fetched. */
  'importing',
  'live',
  /** The connection is tried again at `waitingUntil`. */
  'waiting',
  /** A person has to repair something first. */
  'needs_you',
  /** By a person. */
  'paused',
]);
export const folderRole = z.enum(['inbox', 'sent', 'drafts', 'archive', 'trash', 'junk', 'all']);

/** How a mailbox is, by the last proof. */
export const mailboxHealth = z.object({
  state: mailboxState,
  /** What is wrong, for programs: `signIn`, `certificate`, `unreachable`, ... */
  cause: z.string().nullable(),
  reasonCode: z.string().nullable(),
  /** In words, with the server's own. */
  reasons: z.array(z.string()),
  since: instant,
  waitingUntil: instant.nullable(),
  /** When its server last answered a reading of INBOX. */
  provenAt: instant.nullable(),
  nextCheckAt: instant.nullable(),
  /** Milliseconds from when the server got the last new mail until it was stored. */
  lagMs: z.int().nullable(),
  /** What is shown may be older than what the server has: no proof for longer than two minutes. */
  isStale: z.boolean(),
  /** Mails fetched, and mails there are: of the folders that are synced, as far as the horizon goes. */
  fetched: z.int(),
  total: z.int(),
  /** Mails that could not be read or fetched; they are kept and shown as such. */
  quarantined: z.int(),
  /** Changes that wait to be made on the server. */
  commands: z.int(),
});

const settings = {
  ...mailServer,
  /** Whose mail it is; the sign-in name may be another. */
  address: email,
  /** Mail that its server got earlier is not fetched; null: all of it is. */
  horizon: instant.nullable(),
};
export const imapServer = z.strictObject({ ...mailServer, password: mailPassword });
export const newMailbox = z.strictObject({
  ...settings,
  /** The studio's own brand where none is named. */
  brandId: id.optional(),
  horizon: settings.horizon.default(null),
  /** Either a password, or the account for sending whose sign-in opens the inbox as well. */
  password: mailPassword.optional(),
  smtpAccountId: id.optional(),
});
export const mailboxPatch = z.strictObject({ ...settings, password: mailPassword }).partial();

/** A test signs in and looks at the folders: nothing is changed. */
export const testMailboxSettings = z.strictObject({ ...imapServer.shape, address: email });
/** What is not given is as it is stored, the password too. */
export const testMailbox = mailboxPatch.omit({ horizon: true });

export const mailbox = z.object({
  id,
  brandId: id,
  address: z.string(),
  ...shownMailServer,
  horizon: instant.nullable(),
  /** The account for sending that signs in with the same password or permission: a new one is for both. */
  smtpAccountId: id.nullable(),
  /** Who puts copies of sent mail into Sent: the provider, Cueline, or not known yet. */
  sentCopy: z.enum(['unknown', 'provider', 'ours']),
  connectedAt: instant,
  health: mailboxHealth,
  revision: z.int(),
  createdAt: instant,
  updatedAt: instant,
});
export const mailboxQuery = z.strictObject({ brandId: id.optional() });
export const mailboxList = z.object({ items: z.array(mailbox) });

export const mailFolder = z.object({
  id,
  path: z.string(),
  /** The last part of its path, decoded. */
  name: z.string(),
  role: folderRole.nullable(),
  /** A person said it. */
  isRoleByHand: z.boolean(),
  isSynced: z.boolean(),
  count: z.int(),
  unread: z.int(),
});
export const mailFolderList = z.object({ items: z.array(mailFolder) });
export const mailFolderParam = z.object({ id, folderId: id });
export const mailFolderPatch = z
  .strictObject({ isSynced: z.boolean(), role: folderRole.nullable() })
  .partial();

/** A line of what was decided about a mailbox, in words. */
export const journalLine = z.object({ id: z.string(), at: instant, fact: z.string(), text: z.string() });
export const journal = z.object({ items: z.array(journalLine) });

/** A mail that could not be read: its octets are kept. */
export const quarantinedMail = z.object({
  id: z.string(),
  folder: z.string().nullable(),
  at: instant,
  size: z.int(),
  reason: z.string(),
});
/** The newest hundred. */
export const quarantinedList = z.object({ items: z.array(quarantinedMail) });
export type NewMailbox = z.infer<typeof newMailbox>;
export type MailboxPatch = z.infer<typeof mailboxPatch>;
export type TestMailboxSettings = z.infer<typeof testMailboxSettings>;
export type TestMailbox = z.infer<typeof testMailbox>;
export type MailboxQuery = z.infer<typeof mailboxQuery>;
export type MailFolderParam = z.infer<typeof mailFolderParam>;
export type MailboxView = z.infer<typeof mailbox>;
export type MailboxHealth = z.infer<typeof mailboxHealth>;
export type MailboxState = z.infer<typeof mailboxState>;
export type FolderRole = z.infer<typeof folderRole>;
export type MailFolderView = z.infer<typeof mailFolder>;
export type MailFolderPatch = z.infer<typeof mailFolderPatch>;
export type JournalLine = z.infer<typeof journalLine>;
export type QuarantinedMail = z.infer<typeof quarantinedMail>;
