import { z } from 'zod';
import { id, instant } from './shared.js';

/** What a person wants of mails: it is carried out on the mail server, and shown at once. */
export const mailAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('read') }),
  z.strictObject({ action: z.literal('unread') }),
  z.strictObject({ action: z.literal('flag') }),
  z.strictObject({ action: z.literal('unflag') }),
  z.strictObject({ action: z.literal('archive') }),
  z.strictObject({ action: z.literal('inbox') }),
  z.strictObject({ action: z.literal('trash') }),
  /** Only of mails in Trash or Junk. It has no undo. */
  z.strictObject({ action: z.literal('deleteForever') }),
  z.strictObject({ action: z.literal('move'), folderId: id }),
]);
const some = z.array(id).min(1).max(200);
export const newMailAction = z.strictObject({
  /** Chosen by the caller: the same id is one click, however often it is sent. */
  id,
  do: mailAction,
  of: z.union([z.strictObject({ threadIds: some }), z.strictObject({ messageIds: some })]),
});
export const commandState = z.enum([
  'waiting',
  'running',
  'confirming',
  'done',
  'refused',
  'superseded',
  'failed',
  'cancelled',
]);
export const mailCommand = z.object({
  id,
  kind: z.string(),
  messageId: id.nullable(),
  state: commandState,
  /** In words, with the server's own, where it was not done. */
  reason: z.string().nullable(),
  createdAt: instant,
  settledAt: instant.nullable(),
});
/** One click: what became of it. `skipped`: mails that were so already, or that lie on no server any more. */
export const mailActionDone = z.object({
  id,
  commands: z.array(mailCommand),
  skipped: z.int(),
  canUndo: z.boolean(),
});
export type CommandState = z.infer<typeof commandState>;
export type MailAction = z.infer<typeof mailAction>;
export type NewMailAction = z.infer<typeof newMailAction>;
export type MailActionDone = z.infer<typeof mailActionDone>;
export type MailCommand = z.infer<typeof mailCommand>;
