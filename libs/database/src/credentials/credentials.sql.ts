import { instant, oneOf, text, integer } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import type { CredentialKind } from '../generated/client.js';

const byId = { studioId: text, id: text };
const secret = { keyId: text, sealed: text };

export const insertCredential = statement({
  name: 'insert-credential',
  params: { ...byId, ...secret, kind: oneOf<CredentialKind>(), expiresAt: instant.orNull },
  sql: `
  INSERT INTO credentials (id, studio_id, kind, key_id, sealed, expires_at)
  VALUES (:id::uuid, :studioId::uuid, :kind::credential_kind, :keyId, :sealed, :expiresAt::timestamptz)`,
});

export const replaceCredential = statement({
  name: 'replace-credential',
  params: { ...byId, ...secret, expiresAt: instant.orNull },
  sql: `
  UPDATE credentials SET key_id = :keyId, sealed = :sealed, expires_at = :expiresAt::timestamptz, updated_at = now()
  WHERE id = :id::uuid AND ${ofStudio()}`,
});

export const findCredential = statement({
  name: 'find-credential',
  params: byId,
  row: { ...secret, kind: oneOf<CredentialKind>(), expiresAt: instant.orNull },
  sql: `SELECT key_id, sealed, kind, expires_at FROM credentials WHERE id = :id::uuid AND ${ofStudio()}`,
});

/** Until the caller's transaction ends. */
export const lockCredential = statement({
  name: 'lock-credential',
  params: byId,
  sql: `SELECT 1 FROM credentials WHERE id = :id::uuid AND ${ofStudio()} FOR UPDATE`,
});

/** Where the other half of an account signs in with it, it stays. */
export const deleteCredential = statement({
  name: 'delete-credential',
  params: byId,
  sql: `
  DELETE FROM credentials c WHERE c.id = :id::uuid AND ${ofStudio('c')}
    AND NOT EXISTS (SELECT 1 FROM smtp_accounts a WHERE a.studio_id = c.studio_id AND a.credential_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM mailboxes m WHERE m.studio_id = c.studio_id AND m.credential_id = c.id)`,
});

/** Of all studios: what another key has sealed, locked until the caller's transaction ends. What somebody else has locked comes later. */
export const lockSealedByOthers = statement({
  name: 'lock-credentials-of-other-keys',
  params: { newest: text, limit: integer },
  row: { id: text, studioId: text, ...secret },
  sql: `
  SELECT id::text, studio_id::text, key_id, sealed FROM credentials WHERE key_id <> :newest
  ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED`,
});

/** Not a change of the secret: nobody needs to hear of it. */
export const resealCredential = statement({
  name: 'reseal-credential',
  params: { id: text, ...secret },
  sql: `UPDATE credentials SET key_id = :keyId, sealed = :sealed WHERE id = :id::uuid`,
});

export const countSealedByOthers = statement({
  name: 'count-credentials-of-other-keys',
  params: { newest: text },
  row: { credentials: integer },
  sql: `SELECT count(*)::int AS credentials FROM credentials WHERE key_id <> :newest`,
});
