import { eventTypes, type SubjectType } from '@cueline/workflows';
import { checked } from '../client/row-conditions.sql.js';
import { storedRelations } from './relation.js';

/** Which events are searched for, in SQL. */
export interface EventFilter {
  /** Whether events about a kind of record are among them: what is not searched for is not looked up. */
  readonly about: (kind: SubjectType) => string;
  /** Whether an event `x` is one of them. */
  readonly is: string;
}

const typesAbout = (kind: SubjectType, written: (type: string) => string): string[] =>
  eventTypes.filter(({ subject }) => subject === kind).map(({ type }) => written(type));

/** Events of one type. @param type SQL of it */
export const eventsOf = (type: string): EventFilter => ({
  about: (kind) => `${type} IN (${typesAbout(kind, (one) => `'${one}'`).join(', ')})`,
  is: `x.type = ${type}`,
});

/** Events that end a run. @param rules SQL of a definition's `exitOn`, as jsonb */
export const eventsThatEnd = (rules: string): EventFilter => ({
  about: (kind) =>
    `${rules} @? '$[*].event ? (${typesAbout(kind, (type) => `@ == "${type}"`).join(' || ')})'`,
  is: `${rules} @> jsonb_build_array(jsonb_build_object('event', x.type))`,
});

export const anyEvent: EventFilter = { about: () => 'true', is: 'true' };

/** The ids of the records whose events a run hears of. */
const recordsOfRun = (run: string, { about }: EventFilter): string =>
  [
    `SELECT ${run}.subject_id UNION SELECT ${run}.client_id`,
    ...storedRelations.flatMap(({ from, to, table, column, heardBy }) => {
      const rows = (id: string, kind: SubjectType) =>
        `SELECT x.${id} FROM ${table} x WHERE ${about(kind)} AND x.studio_id = ${run}.studio_id`;
      const runIsAbout = (kind: SubjectType) => `${run}.subject_type = '${kind}'`;
      switch (heardBy) {
        case 'allOfClient':
          return [`${rows('id', from)} AND x.${column} = ${run}.client_id`];
        case 'to':
          return [`${rows('id', from)} AND ${runIsAbout(to)} AND x.${column} = ${run}.subject_id`];
        case 'from':
          // The client stands in the run itself.
          if (to === 'client') return [];
          return [`${rows(column, to)} AND ${runIsAbout(from)} AND x.id = ${run}.subject_id`];
      }
    }),
  ].join('\n    UNION ');

/**
 * SQL of the events about a run's records since the one that it began with, looked up record by record: a run that sleeps for months must not read
 * all that has happened in its studio. OFFSET 0 keeps the planner from turning it round and reading the events in the order that is asked for.
 * @param run the alias of a row of `runs`
 */
export const eventsOfRun = (run: string, filter: EventFilter): string => `
  (SELECT e.* FROM (
    ${recordsOfRun(run, filter)}) about(id) JOIN LATERAL (
    SELECT * FROM events x WHERE x.studio_id = ${run}.studio_id AND x.subject_id = about.id AND ${checked(`x.seq > ${run}.event_seq`)} AND ${checked(filter.is)}
    OFFSET 0
  ) e ON true)`;
