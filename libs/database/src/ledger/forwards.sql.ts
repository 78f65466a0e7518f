import { text } from '../client/columns.js';
import { statement } from '../client/statement.js';

/** Queues the forward of a mail that came in; once, by its key. */
export const queueForward = statement({
  name: 'queue-forward',
  params: { studioId: text, key: text, brandId: text, toAddress: text, messageId: text },
  row: { id: text },
  sql: `
  INSERT INTO sends (id, studio_id, key, purpose, brand_id, category, to_address, to_name, message_id, state, next_attempt_at, tried_since)
  VALUES (gen_random_uuid(), :studioId::uuid, :key, 'forward', :brandId::uuid, 'transactional', :toAddress, '', :messageId, 'queued', now(), now())
  ON CONFLICT (key) DO NOTHING RETURNING id::text`,
});
