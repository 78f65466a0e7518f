import type { SubjectType } from '@cueline/workflows';
import { ofStudio } from '../client/row-conditions.sql.js';
import { relationsTo, subjectKinds, tables, upwards } from './relation.js';

/** The alias of a kind's row. */
export const rowOf = (kind: SubjectType): string => `its_${kind}`;

/** A row by its id. LATERAL with a LIMIT keeps the planner from joining all rows of the studio. */
export const byId = (alias: string, table: string, columns: string, id: string): string => `
  LEFT JOIN LATERAL (SELECT ${columns} FROM ${table} x WHERE x.id = ${id} AND ${ofStudio('x')} LIMIT 1) ${alias} ON true`;

/** SQL of the id of an event's record of a kind: the record that the event is about, or what that belongs to, by the shortest way. */
const idOf = (kind: SubjectType): string => {
  const own = `CASE e.subject_type WHEN '${kind}' THEN e.subject_id END`;
  const ways = relationsTo(kind)
    .sort((a, b) => upwards.indexOf(a.from) - upwards.indexOf(b.from))
    .map(({ from, column }) => `${rowOf(from)}.${column}`);
  return ways.length === 0 ? own : `COALESCE(${[own, ...ways].join(', ')})`;
};

/** SQL of the joins from an event `e` to its records, each as `rowOf` its kind. @param columns SQL of what is read of a row `x` of a kind */
export const recordsOfEvent = (columns: (kind: SubjectType) => string): string =>
  upwards.map((kind) => byId(rowOf(kind), tables[kind], columns(kind), idOf(kind))).join('');

/** SQL of a column of the records of an event: that of the closest record that has one. */
export const closest = (column: string): string[] => {
  const kinds = [...subjectKinds].sort((a, b) => upwards.indexOf(a) - upwards.indexOf(b));
  return kinds.map((kind) => `${rowOf(kind)}.${column}`);
};
