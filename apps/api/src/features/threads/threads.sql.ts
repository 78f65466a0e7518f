import {
  bool,
  instant,
  integer,
  json,
  oneOf,
  statement,
  text,
  texts,
  type RowOf,
} from '@cueline/database/sql';
import type { threads } from '@cueline/contracts';

interface Person {
  readonly name: string;
  readonly address: string;
}

const row = {
  id: text,
  brandId: text,
  subject: text,
  snippet: text,
  messages: integer,
  unread: integer,
  isFlagged: bool,
  isLastOurs: bool,
  needsAnswer: bool,
  hasFiles: bool,
  lastAt: instant,
  /** `false`: a person has said that it is none of them. */
  question: json<Pick<threads.ThreadQuestion, 'about' | 'candidates'> | false>().orNull,
  people: json<readonly Person[]>(),
  pending: integer,
  refused: integer,
};
export type ThreadRow = RowOf<typeof row>;

const ours = `COALESCE(t.last_out_at >= t.last_in_at, t.last_out_at IS NOT NULL)`;
const asks = `(t.last_in_at IS NOT NULL AND NOT ${ours})`;
/** A mail to the platform's address lies in no folder: it is shown until a folder of its thread says otherwise. */
const isInInbox = `('inbox' = ANY(t.boxes) OR (t.boxes = '{}' AND t.last_in_at IS NOT NULL))`;
const hasQuestion = `(t.question IS NOT NULL AND t.question <> 'false'::jsonb AND NOT t.boxes && ARRAY['junk', 'trash']::folder_role[])`;

const MOST_PEOPLE = 6;
const commands = (states: string) => `
    (SELECT count(*)::int FROM messages x JOIN mailbox_commands c ON c.studio_id = :studioId AND c.message_id = x.id
      WHERE x.studio_id = :studioId AND x.thread_id = t.id AND c.state IN (${states}) AND c.created_at > now() - interval '7 days')`;

const shown = `t.id::text, t.brand_id::text, t.subject, t.snippet, t.message_count AS messages, t.unread_count AS unread, t.is_flagged,
    ${ours} AS is_last_ours, ${asks} AS needs_answer, t.last_at, t.question,
    EXISTS (SELECT 1 FROM messages x JOIN message_parts p ON p.studio_id = :studioId AND p.message_id = x.id AND NOT p.is_inline
      WHERE x.studio_id = :studioId AND x.thread_id = t.id) AS has_files,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('name', w.name, 'address', w.address) ORDER BY w.at DESC) FROM (
      SELECT DISTINCT ON (p.key) p.name, p.address, x.occurred_at AS at FROM messages x JOIN message_people p ON p.studio_id = :studioId AND p.message_id = x.id
      WHERE x.studio_id = :studioId AND x.thread_id = t.id AND p.role = CASE x.direction WHEN 'incoming' THEN 'from'::message_role ELSE 'to'::message_role END
      ORDER BY p.key, x.occurred_at DESC LIMIT ${MOST_PEOPLE}) w), '[]') AS people,
    ${commands(`'waiting', 'running', 'confirming'`)} AS pending, ${commands(`'refused', 'failed'`)} AS refused`;

/** SQL: whether a conversation is asked for. */
const isWanted = `t.studio_id = :studioId AND t.merged_into IS NULL AND t.message_count > 0
    AND CASE :box::text WHEN 'inbox' THEN ${isInInbox} WHEN 'needsAnswer' THEN ${isInInbox} AND ${asks} WHEN 'unlinked' THEN ${hasQuestion}
      WHEN 'sent' THEN t.last_out_at IS NOT NULL WHEN 'all' THEN true ELSE :box::text = ANY(t.boxes::text[]) END
    AND (NOT :unread::boolean OR t.unread_count > 0)
    AND (:brandId::uuid IS NULL OR t.brand_id = :brandId)
    AND (:mailboxId::uuid IS NULL OR EXISTS (SELECT 1 FROM messages x WHERE x.studio_id = :studioId AND x.thread_id = t.id AND x.mailbox_id = :mailboxId))
    AND (:recordId::uuid IS NULL OR t.id IN (
      SELECT l.thread_id FROM thread_links l WHERE l.studio_id = :studioId AND l.record_id = :recordId AND l.state = 'on'
      UNION SELECT x.thread_id FROM message_links l JOIN messages x ON x.studio_id = :studioId AND x.id = l.message_id
        WHERE l.studio_id = :studioId AND l.record_id = :recordId AND l.state = 'on'
      UNION SELECT x.thread_id FROM messages x WHERE x.studio_id = :studioId AND x.client_id = :recordId
      UNION SELECT x.thread_id FROM messages x WHERE x.studio_id = :studioId AND x.subject_id = :recordId
      EXCEPT SELECT l.thread_id FROM thread_links l WHERE l.studio_id = :studioId AND l.record_id = :recordId AND l.state = 'off'))
    AND (:cursor::uuid IS NULL OR (t.last_at, t.id) < (SELECT p.last_at, p.id FROM threads p WHERE p.studio_id = :studioId AND p.id = :cursor))`;
const wanted = {
  studioId: text,
  box: oneOf<NonNullable<threads.ThreadQuery['box']>>(),
  unread: bool,
  brandId: text.orNull,
  mailboxId: text.orNull,
  recordId: text.orNull,
  cursor: text.orNull,
  limit: integer,
};
const latestFirst = 'ORDER BY t.last_at DESC, t.id DESC LIMIT :limit';

/** Conversations of a box, the latest first. */
export const listThreads = statement({
  name: 'list-threads',
  params: wanted,
  row,
  sql: `SELECT ${shown} FROM threads t WHERE ${isWanted} ${latestFirst}`,
});

const searched = { ...wanted, words: text, piece: text.orNull };
/** SQL: a word that is searched for may be a beginning; a piece is looked for within words of subject, people and files. */
const isFound = `(s.words @@ to_tsquery('simple', :words) OR s.people LIKE :piece OR s.files LIKE :piece)`;
/** Conversations, some two thousand emails. */
const NEWEST = 500;
/** SQL: messages in which it is found, each way by its own index: together the planner reads every row of a common word. */
const foundMessages = [
  "s.words @@ to_tsquery('simple', :words)",
  's.people LIKE :piece',
  's.files LIKE :piece',
]
  .map(
    (condition) => `SELECT s.message_id FROM message_search s WHERE s.studio_id = :studioId AND ${condition}`,
  )
  .join('\n      UNION ');

/**
 * Those among the newest that words are in. A word of every mail is found here at once, for which the index would name every mail; what is rare is not.
 * @see searchThreads
 */
export const searchNewestThreads = statement({
  name: 'search-newest-threads',
  params: searched,
  row,
  sql: `
  WITH newest AS MATERIALIZED (SELECT t.id FROM threads t WHERE ${isWanted} ORDER BY t.last_at DESC, t.id DESC LIMIT ${NEWEST})
  SELECT ${shown} FROM newest n JOIN threads t ON t.studio_id = :studioId AND t.id = n.id
  WHERE EXISTS (SELECT 1 FROM messages x JOIN message_search s ON s.studio_id = :studioId AND s.message_id = x.id
    WHERE x.studio_id = :studioId AND x.thread_id = t.id AND ${isFound})
  ${latestFirst}`,
});

/** The same among all, by the index. */
export const searchThreads = statement({
  name: 'search-threads',
  params: searched,
  row,
  sql: `
  WITH found AS MATERIALIZED (
    SELECT DISTINCT x.thread_id AS id FROM (
      ${foundMessages}) s JOIN messages x ON x.studio_id = :studioId AND x.id = s.message_id),
  page AS MATERIALIZED (SELECT t.id FROM found f JOIN threads t ON t.studio_id = :studioId AND t.id = f.id WHERE ${isWanted} ${latestFirst})
  SELECT ${shown} FROM page p JOIN threads t ON t.studio_id = :studioId AND t.id = p.id ${latestFirst}`,
});

/** A search that finds no end is none that somebody waits for; compiling one takes longer than it. In a transaction, for what follows in it. */
export const boundSearch = statement({
  name: 'bound-search',
  sql: `SELECT set_config('statement_timeout', '2s', true), set_config('jit', 'off', true)`,
});

/** One of them, with what stands beside its messages. */
export const threadById = statement({
  name: 'thread-by-id',
  params: { studioId: text, id: text },
  row: {
    ...row,
    newContact: json<Person | false>().orNull,
    relatedId: text.orNull,
    relatedSubject: text.orNull,
    mergedInto: text.orNull,
  },
  sql: `
  SELECT ${shown}, t.new_contact, r.id::text AS related_id, r.subject AS related_subject, t.merged_into::text
  FROM threads t LEFT JOIN threads r ON r.studio_id = :studioId AND r.id = t.related AND r.merged_into IS NULL
  WHERE t.studio_id = :studioId AND t.id = :id`,
});

export const countThreads = statement({
  name: 'count-threads-of-studio',
  params: { studioId: text },
  row: { inbox: integer, unread: integer, unlinked: integer, needsAnswer: integer },
  sql: `
  SELECT (count(*) FILTER (WHERE ${isInInbox}))::int AS inbox, (count(*) FILTER (WHERE ${isInInbox} AND t.unread_count > 0))::int AS unread,
    (count(*) FILTER (WHERE ${hasQuestion}))::int AS unlinked, (count(*) FILTER (WHERE ${isInInbox} AND ${asks}))::int AS needs_answer
  FROM threads t WHERE t.studio_id = :studioId AND t.merged_into IS NULL AND t.message_count > 0`,
});

/** What conversations belong to, and what each is called. */
export const linksOfThreads = statement({
  name: 'links-of-threads',
  params: { studioId: text, threadIds: texts },
  row: {
    threadId: text,
    type: oneOf<threads.RecordLink['type']>(),
    id: text,
    source: oneOf<threads.RecordLink['source']>(),
    state: oneOf<threads.RecordLink['state']>(),
  },
  sql: `
  SELECT l.thread_id::text, l.record_type AS type, l.record_id::text AS id, l.source, l.state FROM thread_links l
  WHERE l.studio_id = :studioId AND l.thread_id = ANY(:threadIds::uuid[]) AND l.state IN ('on', 'proposed')
  ORDER BY l.thread_id, array_position(ARRAY['client', 'vendor', 'staff', 'inquiry', 'booking', 'project', 'invoice'], l.record_type), l.created_at`,
});

const named = {
  client: ['clients', `concat_ws(' ', x.first_name, NULLIF(x.last_name, ''))`],
  vendor: ['vendors', 'x.name'],
  staff: ['staff', `concat_ws(' ', x.first_name, NULLIF(x.last_name, ''))`],
  inquiry: ['inquiries', 'x.name'],
  booking: ['bookings', 'x.title'],
  project: ['projects', 'x.name'],
  invoice: ['invoices', 'x.number'],
} as const satisfies Record<threads.RecordLink['type'], readonly [table: string, label: string]>;

export const labelsOfRecords = statement({
  name: 'labels-of-records',
  params: { studioId: text, ids: texts },
  row: { type: oneOf<threads.RecordLink['type']>(), id: text, label: text },
  sql: Object.entries(named)
    .map(
      ([type, [table, label]]) =>
        `SELECT '${type}' AS type, x.id::text, ${label} AS label FROM ${table} x WHERE x.studio_id = :studioId AND x.id = ANY(:ids::uuid[])`,
    )
    .join('\n  UNION ALL '),
});
