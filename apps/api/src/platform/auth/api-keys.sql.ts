import { statement, texts } from '@cueline/database/sql';

/** Another process may have seen a later use: that one stays. */
export const writeKeyUses = statement({
  name: 'write-key-uses',
  params: { ids: texts, at: texts },
  sql: `UPDATE api_keys k SET last_used_at = u.at FROM unnest(:ids::uuid[], :at::timestamptz[]) AS u(id, at)
    WHERE k.id = u.id AND (k.last_used_at IS NULL OR k.last_used_at < u.at)`,
});
