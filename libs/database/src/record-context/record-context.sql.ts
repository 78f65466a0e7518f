import type { SubjectType } from '@cueline/workflows';
import {
  bool,
  instant,
  integer,
  json,
  oneOf,
  parsed,
  text,
  type Columns,
  type NoColumns,
} from '../client/columns.js';
import { statement, type Statement } from '../client/statement.js';
import { byId, closest, recordsOfEvent, rowOf } from '../relations/records-of-event.sql.js';
import { storedRelations } from '../relations/relation.js';
import * as shapes from './shapes.js';

const { booking, client, inquiry, invoice, message, project, task } = shapes;
const subjects = { booking, client, inquiry, invoice, message, project, task };

/** An event with everything known around its record. */
export const recordContext = {
  eventId: text,
  eventType: text,
  eventData: json<Readonly<Record<string, unknown>>>(),
  eventSeq: text,
  subjectType: oneOf<SubjectType>(),
  subjectId: text,
  occurredAt: instant,
  recordedAt: instant,
  eventSource: text,
  /** What whoever told it said. */
  takenOver: bool.orNull,
  /** How many runs have led to one another up to it. */
  eventChain: integer,
  booking: parsed(booking.parse).orNull,
  invoice: parsed(invoice.parse).orNull,
  inquiry: parsed(inquiry.parse).orNull,
  project: parsed(project.parse).orNull,
  task: parsed(task.parse).orNull,
  message: parsed(message.parse).orNull,
  client: parsed(client.parse).orNull,
  staff: parsed(shapes.staff.parse).orNull,
  payment: parsed(shapes.payment.parse).orNull,
  brand: parsed(shapes.brand.parse).orNull,
  sender: parsed(shapes.sender.parse).orNull,
  studioName: text,
  studioSlug: text,
  /** Of the studio's templates all together. */
  templateRevision: integer,
};

/** What is read of a row of a kind: itself, and where it leads. */
const columnsOf = (kind: SubjectType): string => {
  const leads = storedRelations.filter(({ from }) => from === kind).map(({ column }) => `x.${column}`);
  return ['x.brand_id', ...leads, `${subjects[kind].select('x')} AS record`].join(', ');
};

const joins = [
  recordsOfEvent(columnsOf),
  byId('its_staff', 'staff', `${shapes.staff.select('x')} AS record`, `(e.data->>'staffId')::uuid`),
  byId('its_payment', 'payments', `${shapes.payment.select('x')} AS record`, `(e.data->>'paymentId')::uuid`),
  byId(
    'its_brand',
    'brands',
    `x.id, ${shapes.brand.select('x')} AS record`,
    `COALESCE(${[...closest('brand_id'), 'e.brand_id'].join(', ')})`,
  ),
  `
  LEFT JOIN LATERAL (SELECT ${shapes.sender.select('x')} AS record FROM (
    SELECT s.*, a.revision AS account_revision FROM senders s LEFT JOIN smtp_accounts a ON a.studio_id = s.studio_id AND a.id = s.account_id
    WHERE s.studio_id = :studioId AND s.brand_id = its_brand.id AND s.is_default LIMIT 1) x) its_sender ON true`,
].join('');

const records = [
  ...(Object.keys(subjects) as SubjectType[]).map((kind) => `${rowOf(kind)}.record AS ${kind}`),
  ...['staff', 'payment', 'brand', 'sender'].map((name) => `its_${name}.record AS ${name}`),
].join(', ');

export interface ContextDefinition<P extends Columns, R extends Columns> {
  readonly name: string;
  readonly params: P;
  /** SQL that brings an `events e` into the query. */
  readonly from: string;
  readonly where: string;
  /** More columns, and their SQL. */
  readonly row?: R;
  readonly also?: string;
}

/** Reads everything known around events in one round trip. */
export const contextStatement = <P extends Columns, R extends Columns = NoColumns>({
  name,
  params,
  from,
  where,
  row,
  also,
}: ContextDefinition<P, R>): Statement<P & { studioId: typeof text }, typeof recordContext & R> =>
  statement<P & { studioId: typeof text }, typeof recordContext & R>({
    name,
    params: { studioId: text, ...params },
    row: { ...recordContext, ...(row as R) },
    sql: `
  SELECT e.id::text AS event_id, e.type AS event_type, e.data AS event_data, e.seq::text AS event_seq,
    e.subject_type, e.subject_id::text, e.occurred_at, e.recorded_at, e.source AS event_source, e.taken_over, e.chain AS event_chain,
    ${records}, st.name AS studio_name, st.slug AS studio_slug, st.template_revision${also ? `, ${also}` : ''}
  FROM ${from}${joins}
  JOIN studios st ON st.id = :studioId
  WHERE e.studio_id = :studioId AND ${where}`,
  });

/** The row condition of a studio's `events e`, looked up by the ids `:eventIds`. */
export const eventsById = { from: 'events e', where: 'e.id = ANY(:eventIds::uuid[])' };
