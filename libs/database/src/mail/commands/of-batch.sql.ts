import { bool, instant, json, oneOf, text } from '../../client/columns.js';
import { statement } from '../../client/statement.js';
import type { CommandPayload, CommandReason, CommandStateName } from './command.js';
import type { CommandBase } from './give.sql.js';

const batch = { studioId: text, batch: text };

/** What came of one click. */
export const commandsOfBatch = statement({
  name: 'mailbox-commands-of-batch',
  params: batch,
  row: {
    id: text,
    mailboxId: text,
    messageId: text.orNull,
    kind: text,
    payload: json<CommandPayload>(),
    base: json<CommandBase>().orNull,
    state: oneOf<CommandStateName>(),
    reason: json<CommandReason>().orNull,
    createdAt: instant,
    settledAt: instant.orNull,
    isUndone: bool,
  },
  sql: `
  SELECT c.id::text, c.mailbox_id::text, c.message_id::text, c.kind, c.payload, c.base, c.state, c.reason, c.created_at, c.settled_at,
    (c.state = 'cancelled' OR EXISTS (SELECT FROM mailbox_commands u WHERE u.studio_id = c.studio_id AND u.mailbox_id = c.mailbox_id AND u.undo_of = c.id)) AS is_undone
  FROM mailbox_commands c WHERE c.studio_id = :studioId::uuid AND c.batch = :batch::uuid ORDER BY c.seq`,
});

/** Those that nobody has begun. One that a worker begins at this moment is no longer among them. */
export const cancelCommands = statement({
  name: 'cancel-mailbox-commands',
  params: batch,
  row: { id: text },
  sql: `
  UPDATE mailbox_commands c SET state = 'cancelled', settled_at = now(), content = NULL
  WHERE c.studio_id = :studioId::uuid AND c.batch = :batch::uuid AND c.state = 'waiting' RETURNING c.id::text`,
});
