import { json, oneOf, text, texts } from '../../client/columns.js';
import { statement } from '../../client/statement.js';

/** Clients, vendors and staff by their addresses, with what is under way for a client; vendors by their domain as well. @param spellings in small letters */
export const peopleByAddress = statement({
  name: 'people-by-address',
  params: { studioId: text, spellings: texts, domains: texts },
  row: {
    type: oneOf<'client' | 'vendor' | 'staff'>(),
    id: text,
    address: text,
    open: json<readonly { readonly type: 'booking' | 'project'; readonly id: string }[]>(),
  },
  sql: `
  SELECT p.type, p.id::text, p.address, COALESCE((
    SELECT jsonb_agg(o.x ORDER BY o.at) FROM (
      SELECT jsonb_build_object('type', 'booking', 'id', b.id) AS x, b.starts_at AS at FROM bookings b
      WHERE p.type = 'client' AND b.studio_id = :studioId::uuid AND b.client_id = p.id AND b.status IN ('tentative', 'confirmed')
        AND b.ends_at > now() - interval '60 days'
      UNION ALL
      SELECT jsonb_build_object('type', 'project', 'id', j.id), j.created_at FROM projects j
      WHERE p.type = 'client' AND j.studio_id = :studioId::uuid AND j.client_id = p.id AND (j.due_on > current_date - 60 OR (j.due_on IS NULL AND j.created_at > now() - interval '1 year'))
        AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.studio_id = j.studio_id AND b.project_id = j.id)) o), '[]') AS open
  FROM (
    SELECT 'client' AS type, c.id, c.email AS address, 1 AS place FROM clients c
    WHERE c.studio_id = :studioId::uuid AND lower(c.email) = ANY(:spellings::text[]) AND c.archived_at IS NULL
    UNION ALL SELECT 'vendor', v.id, v.email, 2 FROM vendors v
    WHERE v.studio_id = :studioId::uuid AND v.archived_at IS NULL AND v.email IS NOT NULL
      AND (lower(v.email) = ANY(:spellings::text[])
        OR EXISTS (SELECT 1 FROM unnest(:domains::text[]) d(name) WHERE lower(v.email) LIKE '%@' || d.name OR lower(v.email) LIKE '%.' || d.name))
    UNION ALL SELECT 'staff', s.id, s.email, 3 FROM staff s
    WHERE s.studio_id = :studioId::uuid AND s.archived_at IS NULL AND lower(s.email) = ANY(:spellings::text[])) p
  ORDER BY p.place, p.id LIMIT 50`,
});

/** Addresses that are the studio's: `ours` send and receive its mail; `member`: of people who work there. */
export const ownAddresses = statement({
  name: 'own-addresses',
  params: { studioId: text },
  row: { kind: oneOf<'ours' | 'member'>(), address: text },
  sql: `
  SELECT 'ours' AS kind, m.address FROM mailboxes m WHERE m.studio_id = :studioId::uuid
  UNION SELECT 'ours', s.address FROM senders s WHERE s.studio_id = :studioId::uuid
  UNION SELECT 'ours', b.reply_to FROM brands b WHERE b.studio_id = :studioId::uuid AND b.reply_to IS NOT NULL
  UNION SELECT 'member', u.email FROM members m JOIN users u ON u.id = m.user_id WHERE m.studio_id = :studioId::uuid`,
});

/** What kind of records these ids are of. */
export const kindsOfRecords = statement({
  name: 'kinds-of-records',
  params: { studioId: text, ids: texts },
  row: { type: text, id: text },
  sql: `
  ${[
    'client:clients',
    'vendor:vendors',
    'staff:staff',
    'inquiry:inquiries',
    'booking:bookings',
    'project:projects',
    'invoice:invoices',
  ]
    .map((one) => one.split(':'))
    .map(
      ([type, table]) =>
        `SELECT '${type}' AS type, x.id::text FROM ${table} x WHERE x.studio_id = :studioId::uuid AND x.id = ANY(:ids::uuid[])`,
    )
    .join('\n  UNION ALL ')}`,
});
