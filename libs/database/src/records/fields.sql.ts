import type { SettableField, UpdatableRecord } from '@cueline/workflows';
import { json, text } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement, statementsFor } from '../client/statement.js';
import { tables } from '../relations/relation.js';

type ColumnsOf<R extends UpdatableRecord> = Readonly<Record<SettableField<R>, string>>;

/** Where the fields are that a step may set; one without a column does not compile. */
const settable: { readonly [R in UpdatableRecord]: ColumnsOf<R> } = {
  client: { tags: 'tags', company: 'company', phone: 'phone' },
  booking: { status: 'status', kind: 'kind', location: 'location' },
  inquiry: { status: 'status' },
  project: { stage: 'stage' },
  invoice: { status: 'status' },
  task: { status: 'status', notes: 'notes' },
};
/** Columns that change with a status. */
const alongside: { readonly [R in UpdatableRecord]?: Readonly<Record<string, string>> } = {
  invoice: { issuedOn: 'issued_on' },
};

const kinds = Object.keys(settable) as UpdatableRecord[];

/** Locks a record, and gives the fields that may be set. */
export const lockFields = statementsFor(kinds, (record) =>
  statement({
    name: `lock-fields-${record}`,
    params: { studioId: text, id: text },
    row: { fields: json<Readonly<Record<string, unknown>>>() },
    sql: `
  SELECT jsonb_build_object(${Object.entries(settable[record])
    .map(([field, column]) => `'${field}', x.${column}`)
    .join(', ')}) AS fields
  FROM ${tables[record]} x WHERE x.id = :id AND ${ofStudio('x')} FOR NO KEY UPDATE`,
  }),
);

/** Sets the fields that `:values` has; the others stay as they are. */
export const setFields = statementsFor(kinds, (record) => {
  const columns = Object.entries<string>({ ...settable[record], ...alongside[record] });
  const assignments = columns.map(
    ([field, column]) => `${column} = CASE WHEN v ? '${field}' THEN g.${column} ELSE x.${column} END`,
  );
  const given = columns.map(([field, column]) => `'${column}', v->'${field}'`).join(', ');
  const table = tables[record];
  return statement({
    name: `set-fields-${record}`,
    params: { studioId: text, id: text, values: json<Readonly<Record<string, unknown>>>() },
    sql: `
  UPDATE ${table} x SET ${assignments.join(', ')}, updated_at = now()
  FROM (SELECT :values::jsonb AS v) given, jsonb_populate_record(NULL::${table}, jsonb_build_object(${given})) g
  WHERE x.id = :id AND ${ofStudio('x')}`,
  });
});
