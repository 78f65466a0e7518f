import { integer, text, wide } from '../client/columns.js';
import { statement } from '../client/statement.js';

const lease = { studioId: text, mailboxId: text, holder: text };
const worker = { worker: text };

/** SQL: a worker that has been silent for longer than `:deadAfter` seconds holds nothing. By the database's clock: those of workers differ. */
const isAlive = (alias: string) => `${alias}.beat_at > now() - :deadAfter::float8 * interval '1 second'`;
const deadAfter = { deadAfter: integer };

/** It is the holder's from now on, whoever had it: writes under an older fence change nothing. */
export const takeMailbox = statement({
  name: 'take-mailbox',
  params: lease,
  row: { fence: text },
  sql: `
  INSERT INTO mailbox_leases AS l (studio_id, mailbox_id, holder, fence) VALUES (:studioId::uuid, :mailboxId::uuid, :holder, 1)
  ON CONFLICT (studio_id, mailbox_id) DO UPDATE SET holder = :holder, fence = l.fence + 1
  RETURNING fence::text`,
});

/**
 * First in every transaction that writes to the mirror: nobody takes the mailbox before it ends, and without a row nothing may be written. FOR KEY SHARE would
 * not keep a taker waiting.
 */
export const holdMailbox = statement({
  name: 'hold-mailbox',
  params: { ...lease, fence: text },
  row: { fence: text },
  sql: `
  SELECT fence::text FROM mailbox_leases
  WHERE studio_id = :studioId::uuid AND mailbox_id = :mailboxId::uuid AND holder = :holder AND fence = :fence::bigint
  FOR SHARE`,
});

/** One heartbeat for all that a worker holds. */
export const beatWorker = statement({
  name: 'beat-mail-worker',
  params: { ...worker, slots: integer, version: text },
  sql: `
  INSERT INTO mail_workers (id, slots, version, beat_at) VALUES (:worker, :slots::int, :version, now())
  ON CONFLICT (id) DO UPDATE SET beat_at = now()`,
});

/** How many mailboxes are there to be watched, by how many workers. */
export const countShares = statement({
  name: 'count-mailbox-shares',
  params: deadAfter,
  row: { mailboxes: wide, workers: wide },
  sql: `
  SELECT (SELECT count(*) FROM mailboxes WHERE state <> 'paused') AS mailboxes, (SELECT count(*) FROM mail_workers w WHERE ${isAlive('w')}) AS workers`,
});

/** Mailboxes that nobody has held yet. */
export const openLeases = statement({
  name: 'open-mailbox-leases',
  sql: `
  INSERT INTO mailbox_leases (studio_id, mailbox_id)
  SELECT m.studio_id, m.id FROM mailboxes m
  WHERE NOT EXISTS (SELECT 1 FROM mailbox_leases l WHERE l.studio_id = m.studio_id AND l.mailbox_id = m.id)
  ON CONFLICT DO NOTHING`,
});

/** Those that nobody holds who is alive. One that another takes at this moment, or whose holder froze in the middle of a write, is left for the next time. */
export const claimMailboxes = statement({
  name: 'claim-mailboxes',
  params: { ...worker, ...deadAfter, limit: integer },
  sql: `
  WITH free AS (
    SELECT l.studio_id, l.mailbox_id FROM mailbox_leases l JOIN mailboxes m ON m.studio_id = l.studio_id AND m.id = l.mailbox_id
    WHERE m.state <> 'paused' AND (l.holder IS NULL
      OR (l.holder <> :worker AND NOT EXISTS (SELECT 1 FROM mail_workers w WHERE w.id = l.holder AND ${isAlive('w')})))
    ORDER BY l.mailbox_id LIMIT :limit::int FOR UPDATE OF l SKIP LOCKED)
  UPDATE mailbox_leases l SET holder = :worker, fence = l.fence + 1 FROM free
  WHERE l.studio_id = free.studio_id AND l.mailbox_id = free.mailbox_id`,
});

/** What a worker holds, with the settings as they are now, by their revision. Those that a person has paused are to be let go. */
export const listHeld = statement({
  name: 'list-held-mailboxes',
  params: worker,
  row: { studioId: text, mailboxId: text, fence: text, revision: integer, state: text },
  sql: `
  SELECT l.studio_id::text, l.mailbox_id::text, l.fence::text, m.revision, m.state::text
  FROM mailbox_leases l JOIN mailboxes m ON m.studio_id = l.studio_id AND m.id = l.mailbox_id
  WHERE l.holder = :worker`,
});

/** The fence stays: what is still on its way under it is no longer the holder's. Others are told. */
export const releaseMailbox = statement({
  name: 'release-mailbox',
  params: { ...lease, fence: text, channel: text },
  sql: `
  WITH released AS (
    UPDATE mailbox_leases SET holder = NULL
    WHERE studio_id = :studioId::uuid AND mailbox_id = :mailboxId::uuid AND holder = :holder AND fence = :fence::bigint
    RETURNING mailbox_id)
  SELECT pg_notify(:channel::text, mailbox_id::text) FROM released`,
});

/** It has let go of everything, or has been dead for a day. */
export const forgetWorkers = statement({
  name: 'forget-mail-workers',
  params: worker,
  sql: `DELETE FROM mail_workers WHERE id = :worker OR beat_at < now() - interval '1 day'`,
});
