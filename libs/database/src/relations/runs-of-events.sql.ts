import { heardByClient } from '@cueline/workflows';
import { storedRelations, tables } from './relation.js';

const personal = storedRelations.filter(({ heardBy }) => heardBy === 'allOfClient');
const below = storedRelations.filter(({ heardBy }) => heardBy === 'to');
const above = storedRelations.filter(({ heardBy, to }) => heardBy === 'from' && to !== 'client');

const kindsBelow = [...new Set([...personal, ...below].map(({ from }) => from))];
const row = (kind: string) => `of_${kind}`;

/** SQL of the client whose runs all hear of an event `e`, with a row `of_<kind>` where that row names the client. */
const clientOf = `CASE e.subject_type ${heardByClient
  .map((kind) => {
    const relation = personal.find(({ from }) => from === kind);
    return `WHEN '${kind}' THEN ${relation ? `${row(kind)}.${relation.column}` : 'e.subject_id'}`;
  })
  .join(' ')} END`;

const joinsOf = (kinds: readonly (keyof typeof tables)[]): string =>
  kinds
    .map(
      (kind) => `
    LEFT JOIN ${tables[kind]} ${row(kind)} ON e.subject_type = '${kind}' AND ${row(kind)}.studio_id = e.studio_id AND ${row(kind)}.id = e.subject_id`,
    )
    .join('');

/** SQL of the clients whose runs all hear of some events. @param where about `e` */
export const clientsOfEvents = (where: string): string => `
    SELECT ${clientOf} FROM events e${joinsOf(personal.map(({ from }) => from))} WHERE ${where}`;

const found = 'r.id, r.version_id, r.subject_type, r.event_seq, h.id AS event_id, h.seq, h.type';
const openRuns = (key: string, id: string) =>
  `JOIN runs r ON r.studio_id = h.studio_id AND r.${key} = ${id} AND r.ended_at IS NULL`;

const parents = [...new Set(below.map(({ to }) => to))];

/**
 * SQL of CTEs that end with `signalled`: the open runs that hear of some events. Looked up by index: with an OR between them every open run of the studio would
 * be read for every event.
 * @param where about `e`, the rows of `events`
 */
export const runsOfEvents = (where: string): string => `
  happened AS (
    SELECT e.studio_id, e.id, e.seq, e.type, e.subject_id, e.subject_type, ${clientOf} AS client_id${parents
      .map((to) => {
        const ids = below.filter((one) => one.to === to).map(({ from, column }) => `${row(from)}.${column}`);
        return `, COALESCE(${ids.join(', ')}) AS ${to}_id`;
      })
      .join('')}
    FROM events e${joinsOf(kindsBelow)}
    WHERE ${where}
  ), signalled AS (
    ${[
      `SELECT ${found} FROM happened h ${openRuns('subject_id', 'h.subject_id')}`,
      `SELECT ${found} FROM happened h ${openRuns('client_id', 'h.client_id')} WHERE h.client_id IS NOT NULL`,
      ...parents.map(
        (to) =>
          `SELECT ${found} FROM happened h ${openRuns('subject_id', `h.${to}_id`)} WHERE h.${to}_id IS NOT NULL`,
      ),
      ...above.map(
        ({ from, to, column }) =>
          `SELECT ${found} FROM happened h JOIN ${tables[from]} b ON b.studio_id = h.studio_id AND b.${column} = h.subject_id ${openRuns('subject_id', 'b.id')} WHERE h.subject_type = '${to}'`,
      ),
    ].join('\n    UNION\n    ')}
  )`;
