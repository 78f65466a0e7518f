import type { SubjectType } from '@cueline/workflows';
import { relationsTo } from './relation.js';

/** Every record of a client names the client itself; of other kinds, what belongs to their records belongs to them as well. */
function below(kind: SubjectType, ids: string): string[] {
  return relationsTo(kind).flatMap(({ from, table, column }) => {
    const rows = `SELECT id FROM ${table} WHERE studio_id = :studioId AND ${column} IN (${ids})`;
    return kind === 'client' ? [rows] : [rows, ...below(from, rows)];
  });
}

/** SQL of the ids of a record and of all that belongs to it. @param id SQL of its id */
export const recordsBelow = (kind: SubjectType, id: string): string =>
  [`SELECT ${id}::uuid AS id`, ...below(kind, `${id}::uuid`)].join('\n    UNION ALL ');

/** SQL of the ids of a client and of all its records. @param client SQL of its id */
export const recordsOfClient = (client: string): string => recordsBelow('client', client);
