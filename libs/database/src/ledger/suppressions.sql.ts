import { bool, instant, json, oneOf, text, texts, type RowOf } from '../client/columns.js';
import { statement } from '../client/statement.js';
import type { SuppressionReason, SuppressionScope } from '../generated/client.js';

export interface NewSuppression {
  /** In the one spelling by which addresses are compared. */
  readonly address: string;
  readonly scope: SuppressionScope;
  readonly reason: SuppressionReason;
  /** The person or key who adds it; null: the reader or a mail server. */
  readonly by: string | null;
  readonly note: string;
  readonly sendId: string | null;
}

const suppression = {
  id: text,
  address: text,
  scope: oneOf<SuppressionScope>(),
  reason: oneOf<SuppressionReason>(),
  addedBy: text.orNull,
  note: text,
  sendId: text.orNull,
  createdAt: instant,
  removedAt: instant.orNull,
  removedBy: text.orNull,
};
/** One reason why an address gets no mail, or no marketing mail. */
export type SuppressionRow = RowOf<typeof suppression>;

/** SQL of the columns of a `SuppressionRow`. */
export const suppressionColumns = (row: string): string =>
  `${row}.id::text, ${row}.address, ${row}.scope, ${row}.reason, ${row}.added_by, ${row}.note, ${row}.send_id::text, ${row}.created_at, ${row}.removed_at, ${row}.removed_by`;

/** One that is there becomes no narrower; one that was removed begins anew. */
export const addSuppression = statement({
  name: 'add-suppression',
  params: { studioId: text, given: json<NewSuppression>() },
  row: { ...suppression, isNew: bool },
  sql: `
  WITH g AS (
    SELECT * FROM jsonb_to_record(:given::jsonb) AS g(address text, scope suppression_scope, reason suppression_reason, by text, note text, "sendId" uuid)
  ), before AS (
    SELECT 1 FROM suppressions b, g WHERE b.studio_id = :studioId::uuid AND b.address = g.address AND b.reason = g.reason AND b.removed_at IS NULL
  )
  INSERT INTO suppressions AS s (id, studio_id, address, scope, reason, added_by, note, send_id)
  SELECT gen_random_uuid(), :studioId::uuid, g.address, g.scope, g.reason, g.by, g.note, g."sendId" FROM g
  ON CONFLICT (studio_id, address, reason) DO UPDATE SET
    scope = CASE WHEN s.removed_at IS NULL THEN GREATEST(s.scope, excluded.scope) ELSE excluded.scope END,
    added_by = CASE WHEN s.removed_at IS NULL THEN s.added_by ELSE excluded.added_by END,
    note = CASE WHEN s.removed_at IS NULL AND excluded.note = '' THEN s.note ELSE excluded.note END,
    send_id = CASE WHEN s.removed_at IS NULL THEN s.send_id ELSE excluded.send_id END,
    created_at = CASE WHEN s.removed_at IS NULL THEN s.created_at ELSE now() END,
    removed_at = NULL, removed_by = NULL
  RETURNING ${suppressionColumns('s')}, NOT EXISTS (SELECT 1 FROM before) AS is_new`,
});

export const findSuppression = statement({
  name: 'find-suppression',
  params: { studioId: text, id: text },
  row: suppression,
  sql: `SELECT ${suppressionColumns('s')} FROM suppressions s WHERE s.studio_id = :studioId::uuid AND s.id = :id::uuid`,
});

/** Those of these addresses that are on the list now. */
export const suppressionsOf = statement({
  name: 'suppressions-of-addresses',
  params: { studioId: text, addresses: texts },
  row: suppression,
  sql: `
  SELECT ${suppressionColumns('s')} FROM suppressions s
  WHERE s.studio_id = :studioId::uuid AND s.address = ANY(:addresses::text[]) AND s.removed_at IS NULL ORDER BY s.scope DESC, s.created_at`,
});

export const removeSuppression = statement({
  name: 'remove-suppression',
  params: { studioId: text, id: text, by: text.orNull },
  row: suppression,
  sql: `
  UPDATE suppressions s SET removed_at = now(), removed_by = :by
  WHERE s.studio_id = :studioId::uuid AND s.id = :id::uuid AND s.removed_at IS NULL RETURNING ${suppressionColumns('s')}`,
});

/**
 * Clients with the address who refuse marketing from now on.
 * @param spellings of the address, in small letters
 */
export const optOutClients = statement({
  name: 'opt-out-clients',
  params: { studioId: text, spellings: texts },
  row: { id: text },
  sql: `
  UPDATE clients SET marketing_opt_out_at = now(), updated_at = now()
  WHERE studio_id = :studioId::uuid AND lower(email) = ANY(:spellings::text[]) AND marketing_opt_out_at IS NULL RETURNING id::text`,
});

/** Clients with the address accept marketing again, once nothing that a person said keeps it from them. */
export const optInClients = statement({
  name: 'opt-in-clients',
  params: { studioId: text, address: text, spellings: texts },
  sql: `
  UPDATE clients SET marketing_opt_out_at = NULL, updated_at = now()
  WHERE studio_id = :studioId::uuid AND lower(email) = ANY(:spellings::text[]) AND marketing_opt_out_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.studio_id = :studioId::uuid AND s.address = :address AND s.removed_at IS NULL AND s.reason <> 'bounced')`,
});
