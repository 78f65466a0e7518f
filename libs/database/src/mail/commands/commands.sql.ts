import { bool, bytes, instant, integer, json, oneOf, text, wide } from '../../client/columns.js';
import { statement } from '../../client/statement.js';
import type {
  CommandPayload,
  CommandPlace,
  CommandProgress,
  CommandStateName,
  CommandUpdate,
} from './command.js';

const mailbox = { studioId: text, mailboxId: text };
const ofMailbox = 'c.studio_id = :studioId::uuid AND c.mailbox_id = :mailboxId::uuid';

/** Neither settled nor taken back. */
export const isOpen = (of: string): string => `${of}.state IN ('waiting', 'running', 'confirming')`;

/** The oldest first, with what is known of their mails by now: a mail that others have moved is known by its bytes. */
export const openCommands = statement({
  name: 'open-mailbox-commands',
  params: { ...mailbox, most: integer },
  row: {
    id: text,
    subject: text,
    payload: json<CommandPayload>(),
    progress: json<CommandProgress>(),
    attempts: integer,
    nextAt: instant,
    isThere: bool,
    size: wide.orNull,
    gotAt: instant.orNull,
    since: json<readonly (CommandPlace & { readonly isOurs: boolean })[]>(),
  },
  sql: `
  SELECT c.id::text, coalesce(c.message_id::text, p.sha256, c.id::text) AS subject, c.payload, c.progress, c.attempts, c.next_at,
    (p.uid IS NOT NULL AND p.gone_at IS NULL AND f.gone_at IS NULL AND f.uid_validity = p.uid_validity) AS is_there, p.size, p.at AS got_at,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('folder', o.folder_id, 'uidValidity', o.uid_validity::text, 'uid', o.uid, 'isOurs', EXISTS (
          SELECT 1 FROM mailbox_commands d
          WHERE d.studio_id = c.studio_id AND d.mailbox_id = c.mailbox_id AND d.seq < c.seq AND d.state = 'done' AND d.settled_at >= c.created_at
            AND d.message_id = c.message_id AND d.payload->>'to' = o.folder_id::text)) ORDER BY o.placed_at)
      FROM placements o
      WHERE o.studio_id = p.studio_id AND o.mailbox_id = p.mailbox_id AND o.sha256 = p.sha256 AND o.gone_at IS NULL AND o.placed_at >= c.created_at
        AND (o.folder_id, o.uid_validity, o.uid) <> (p.folder_id, p.uid_validity, p.uid)), '[]') AS since
  FROM mailbox_commands c
    LEFT JOIN placements p ON p.studio_id = c.studio_id AND p.folder_id = (c.payload->'place'->>'folder')::uuid
      AND p.uid_validity = (c.payload->'place'->>'uidValidity')::bigint AND p.uid = (c.payload->'place'->>'uid')::bigint
    LEFT JOIN mail_folders f ON f.studio_id = p.studio_id AND f.id = p.folder_id
  WHERE ${ofMailbox} AND ${isOpen('c')}
  ORDER BY c.seq LIMIT :most`,
});

export const commandContent = statement({
  name: 'mailbox-command-content',
  params: { ...mailbox, id: text },
  row: { content: bytes.orNull },
  sql: `SELECT c.content FROM mailbox_commands c WHERE ${ofMailbox} AND c.id = :id::uuid`,
});

/** By the worker that has the mailbox. One that a person has taken back stays so: its state is said. */
export const updateCommands = statement({
  name: 'update-mailbox-commands',
  params: { ...mailbox, fence: text, updates: json<readonly CommandUpdate[]>() },
  row: { id: text, state: oneOf<CommandStateName>() },
  sql: `
  WITH x AS (
    SELECT * FROM jsonb_to_recordset(:updates::jsonb) AS x(
      id uuid, state text, tries int, misses int, "nextAt" float8, progress jsonb, reason jsonb)
  ), changed AS (
    UPDATE mailbox_commands c SET state = x.state::command_state, fence = :fence::bigint, attempts = c.attempts + x.tries,
      progress = c.progress || x.progress || jsonb_build_object('misses', coalesce((c.progress->>'misses')::int, 0) + x.misses),
      next_at = coalesce(to_timestamp(x."nextAt" / 1000.0), c.next_at), reason = nullif(x.reason, 'null'::jsonb),
      settled_at = CASE WHEN x.state IN ('waiting', 'running', 'confirming') THEN NULL ELSE now() END,
      content = CASE WHEN x.state IN ('waiting', 'running', 'confirming') THEN c.content END
    FROM x WHERE ${ofMailbox} AND c.id = x.id AND ${isOpen('c')}
    RETURNING c.id)
  SELECT c.id::text, c.state FROM mailbox_commands c JOIN x ON x.id = c.id WHERE ${ofMailbox} AND c.id NOT IN (SELECT id FROM changed)`,
});

/** Mails that lie in another folder too now: the same mails, whose content is known. */
export const copyPlacements = statement({
  name: 'copy-placements',
  params: {
    ...mailbox,
    folderId: text,
    uidValidity: text,
    toId: text,
    toUidValidity: text,
    uids: json<readonly (readonly [number, number])[]>(),
  },
  sql: `
  INSERT INTO placements AS p (studio_id, mailbox_id, folder_id, uid_validity, uid, flags, at, size, sha256, header_sha256, is_news)
  SELECT o.studio_id, o.mailbox_id, :toId::uuid, :toUidValidity::bigint, (x.pair->>1)::bigint, o.flags, o.at, o.size, o.sha256, o.header_sha256, false
  FROM jsonb_array_elements(:uids::jsonb) AS x(pair)
    JOIN placements o ON o.studio_id = :studioId::uuid AND o.mailbox_id = :mailboxId::uuid AND o.folder_id = :folderId::uuid
      AND o.uid_validity = :uidValidity::bigint AND o.uid = (x.pair->>0)::bigint
  ON CONFLICT (studio_id, folder_id, uid_validity, uid) DO NOTHING`,
});

export const learnSentCopy = statement({
  name: 'learn-sent-copy',
  params: { ...mailbox, sentCopy: oneOf<'provider' | 'ours'>() },
  sql: `UPDATE mailboxes SET sent_copy = :sentCopy::sent_copy WHERE studio_id = :studioId::uuid AND id = :mailboxId::uuid`,
});
