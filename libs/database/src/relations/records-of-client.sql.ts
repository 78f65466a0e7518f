import { relationsTo } from './relation.js';

/** SQL of the ids of a client and of all its records. @param client SQL of its id */
export const recordsOfClient = (client: string): string =>
  [
    `SELECT ${client}::uuid AS id`,
    ...relationsTo('client').map(
      ({ table, column }) => `SELECT id FROM ${table} WHERE studio_id = :studioId AND ${column} = ${client}`,
    ),
  ].join('\n    UNION ALL ');
