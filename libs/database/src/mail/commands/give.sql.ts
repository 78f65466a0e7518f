import { json, text } from '../../client/columns.js';
import { statement } from '../../client/statement.js';
import type { CommandPayload } from './command.js';

export interface NewCommand {
  readonly id: string;
  readonly mailboxId: string;
  /** The same key is one command. */
  readonly key: string;
  readonly messageId: string | null;
  readonly payload: CommandPayload;
  /** What the person saw: an undo is made of it. */
  readonly base: CommandBase | null;
  readonly batch: string | null;
  readonly undoOf: string | null;
  /** Of a mail that it appends, in base64. */
  readonly content: string | null;
}

export interface CommandBase {
  readonly folder: string;
  readonly flags: readonly string[];
}

/** In their order: the later one of a message is carried out after the earlier one. */
export const giveCommands = statement({
  name: 'give-mailbox-commands',
  params: { studioId: text, createdBy: text, commands: json<readonly NewCommand[]>() },
  sql: `
  INSERT INTO mailbox_commands (id, studio_id, mailbox_id, key, kind, message_id, payload, base, batch, undo_of, content, created_by)
  SELECT x.id, :studioId::uuid, x."mailboxId", x.key, x.payload->>'kind', x."messageId", x.payload, nullif(x.base, 'null'::jsonb), x.batch, x."undoOf",
    decode(x.content, 'base64'), :createdBy
  FROM ROWS FROM (jsonb_to_recordset(:commands::jsonb) AS (
    id uuid, "mailboxId" uuid, key text, "messageId" uuid, payload jsonb, base jsonb, batch uuid, "undoOf" uuid, content text)) WITH ORDINALITY
    AS x(id, "mailboxId", key, "messageId", payload, base, batch, "undoOf", content, n)
  ORDER BY x.n
  ON CONFLICT (studio_id, mailbox_id, key) DO NOTHING`,
});

/** A worker that holds it looks at once. */
export const notifyMailbox = statement({
  name: 'notify-mailbox',
  params: { channel: text, mailboxId: text },
  sql: `SELECT set_config('synchronous_commit', 'off', true), pg_notify(:channel::text, :mailboxId::text)`,
});
