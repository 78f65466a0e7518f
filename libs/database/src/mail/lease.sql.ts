import { text } from '../client/columns.js';
import { statement } from '../client/statement.js';

const lease = { studioId: text, mailboxId: text, holder: text };

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
