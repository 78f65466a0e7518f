import { oneOf, text, texts } from '../client/columns.js';
import { statement } from '../client/statement.js';

/** The kinds of records that a person writes mail from. */
export const addressableKinds = [
  'client',
  'vendor',
  'staff',
  'booking',
  'invoice',
  'inquiry',
  'project',
] as const;
export type AddressableKind = (typeof addressableKinds)[number];
/** Why nobody is written to about a record any more without being asked. */
export type ClosedBecause = 'cancelled' | 'archived' | 'void' | 'closed';

interface Part {
  readonly table: string;
  readonly label: string;
  readonly client?: string;
  readonly booking?: string;
  readonly project?: string;
  readonly brand?: string;
  /** SQL of a `ClosedBecause`, or NULL. */
  readonly closed: string;
}

const archived = `CASE WHEN x.archived_at IS NOT NULL THEN 'archived' END`;
const fullName = (row: string) =>
  `concat_ws(' ', NULLIF(${row}.first_name, ''), NULLIF(${row}.last_name, ''))`;
const parts: Readonly<Record<AddressableKind, Part>> = {
  client: { table: 'clients', label: fullName('x'), client: 'x.id', brand: 'x.brand_id', closed: archived },
  vendor: { table: 'vendors', label: 'x.name', closed: archived },
  staff: { table: 'staff', label: fullName('x'), closed: archived },
  booking: {
    table: 'bookings',
    label: 'x.title',
    client: 'x.client_id',
    booking: 'x.id',
    project: 'x.project_id',
    brand: 'x.brand_id',
    closed: `CASE x.status WHEN 'cancelled' THEN 'cancelled' END`,
  },
  invoice: {
    table: 'invoices',
    label: 'x.number',
    client: 'x.client_id',
    booking: 'x.booking_id',
    brand: 'x.brand_id',
    closed: `CASE x.status WHEN 'void' THEN 'void' END`,
  },
  inquiry: {
    table: 'inquiries',
    label: 'x.name',
    client: 'x.client_id',
    brand: 'x.brand_id',
    closed: `CASE x.status WHEN 'closed' THEN 'closed' END`,
  },
  project: {
    table: 'projects',
    label: 'x.name',
    client: 'x.client_id',
    project: 'x.id',
    brand: 'x.brand_id',
    closed: 'NULL',
  },
};

const uuid = (sql: string | undefined) => `${sql ?? 'NULL'}::uuid`;
const rowOf = (kind: AddressableKind): string => {
  const { table, label, client, booking, project, brand, closed } = parts[kind];
  return `SELECT ${label} AS label, ${uuid(client)} AS client_id, ${uuid(booking)} AS booking_id, ${uuid(project)} AS project_id,
      ${uuid(brand)} AS brand_id, ${closed} AS closed FROM ${table} x WHERE :type::text = '${kind}' AND x.studio_id = :studioId AND x.id = :id`;
};

const record = { studioId: text, type: oneOf<AddressableKind>(), id: text };

/** A record that mail is written from, and what it belongs to; no row where the studio does not have it. */
export const addressableRecord = statement({
  name: 'addressable-record',
  params: record,
  row: {
    label: text,
    clientId: text.orNull,
    bookingId: text.orNull,
    projectId: text.orNull,
    brandId: text.orNull,
    /** It, its booking or its client is over. */
    closed: oneOf<ClosedBecause>().orNull,
  },
  sql: `
  SELECT r.label, r.client_id::text, r.booking_id::text, COALESCE(r.project_id, b.project_id)::text AS project_id, r.brand_id::text,
    COALESCE(r.closed, CASE b.status WHEN 'cancelled' THEN 'cancelled' END, CASE WHEN c.archived_at IS NOT NULL THEN 'archived' END) AS closed
  FROM (${addressableKinds.map(rowOf).join('\n    UNION ALL ')}) r
    LEFT JOIN bookings b ON b.studio_id = :studioId AND b.id = r.booking_id
    LEFT JOIN clients c ON c.studio_id = :studioId AND c.id = r.client_id`,
});

const bookings = `(SELECT b.id FROM bookings b WHERE b.studio_id = :studioId AND (b.id = :bookingId OR (:type::text = 'project' AND b.project_id = :id)))`;

/** The people on a record, each with the record that the person is; who has no address, too. */
export const peopleOnRecord = statement({
  name: 'people-on-record',
  params: { ...record, clientId: text.orNull, bookingId: text.orNull },
  row: {
    kind: oneOf<'client' | 'vendor' | 'staff' | 'inquiry'>(),
    id: text,
    name: text,
    address: text.orNull,
    /** What the person does there. */
    role: text,
  },
  sql: `
  SELECT kind, id::text, name, address, role FROM (
    SELECT 1 AS place, 'client' AS kind, c.id, ${fullName('c')} AS name, c.email AS address, '' AS role FROM clients c WHERE c.studio_id = :studioId AND c.id = :clientId
    UNION ALL SELECT 2, 'inquiry', i.id, i.name, i.email, i.kind FROM inquiries i WHERE :type::text = 'inquiry' AND i.studio_id = :studioId AND i.id = :id
    UNION ALL SELECT 3, 'vendor', v.id, v.name, v.email, v.trade FROM vendors v WHERE :type::text = 'vendor' AND v.studio_id = :studioId AND v.id = :id
    UNION ALL SELECT 3, 'staff', s.id, ${fullName('s')}, s.email, s.position FROM staff s WHERE :type::text = 'staff' AND s.studio_id = :studioId AND s.id = :id
    UNION ALL SELECT 4, 'vendor', v.id, v.name, v.email, COALESCE(NULLIF(x.service, ''), v.trade) FROM booking_vendors x JOIN vendors v ON v.studio_id = x.studio_id AND v.id = x.vendor_id
      WHERE x.studio_id = :studioId AND x.booking_id IN ${bookings} AND v.archived_at IS NULL
    UNION ALL SELECT 5, 'staff', s.id, ${fullName('s')}, s.email, COALESCE(NULLIF(x.duty, ''), s.position) FROM booking_staff x JOIN staff s ON s.studio_id = x.studio_id AND s.id = x.staff_id
      WHERE x.studio_id = :studioId AND x.booking_id IN ${bookings} AND s.archived_at IS NULL
  ) p ORDER BY place, name, id`,
});

/** Staff in whose name mail may leave, or some of them by their ids. */
export const writingStaff = statement({
  name: 'writing-staff',
  params: { studioId: text, ids: texts.orNull },
  row: { id: text, name: text, address: text, userId: text.orNull },
  sql: `
  SELECT s.id::text, ${fullName('s')} AS name, s.email AS address, m.user_id FROM staff s LEFT JOIN members m ON m.studio_id = s.studio_id AND m.id = s.member_id
  WHERE s.studio_id = :studioId AND s.archived_at IS NULL AND s.email IS NOT NULL AND (:ids::uuid[] IS NULL OR s.id = ANY(:ids::uuid[])) ORDER BY 2, s.id LIMIT 200`,
});
