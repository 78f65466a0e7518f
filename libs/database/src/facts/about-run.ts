import { eventTypes, type SubjectType } from '@cueline/workflows';
import { checked } from '../client/row-conditions.js';

/** Which events are asked for, in SQL. */
export interface Asked {
  /** Whether events about a kind of record are among them: what is not asked for is not looked up. */
  readonly about: (kind: SubjectType) => string;
  /** Whether an event `x` is one of them. */
  readonly is: string;
}

const typesAbout = (kind: SubjectType, written: (type: string) => string): string[] =>
  eventTypes.filter(({ subject }) => subject === kind).map(({ type }) => written(type));

/** Events of one type. @param type SQL of it */
export const eventsOf = (type: string): Asked => ({
  about: (kind) => `${type} IN (${typesAbout(kind, (one) => `'${one}'`).join(', ')})`,
  is: `x.type = ${type}`,
});

/** Events that end a run. @param rules SQL of a definition's `exitOn`, as jsonb */
export const eventsThatEnd = (rules: string): Asked => ({
  about: (kind) =>
    `${rules} @? '$[*].event ? (${typesAbout(kind, (type) => `@ == "${type}"`).join(' || ')})'`,
  is: `${rules} @> jsonb_build_array(jsonb_build_object('event', x.type))`,
});

export const anyEvent: Asked = { about: () => 'true', is: 'true' };

/** The ids of the records that a run is about: its own, its client and that one's mails, and what belongs to its booking. */
const recordsAboutRun = (run: string, { about }: Asked): string => {
  const ofBooking = (kind: SubjectType) => `${about(kind)} AND ${run}.subject_type = 'booking'`;
  return `
    SELECT ${run}.subject_id UNION SELECT ${run}.client_id
    UNION SELECT x.id FROM messages x WHERE ${about('message')} AND x.studio_id = ${run}.studio_id AND x.client_id = ${run}.client_id
    UNION SELECT x.id FROM invoices x WHERE ${ofBooking('invoice')} AND x.studio_id = ${run}.studio_id AND x.booking_id = ${run}.subject_id
    UNION SELECT x.id FROM tasks x WHERE ${ofBooking('task')} AND x.studio_id = ${run}.studio_id AND x.booking_id = ${run}.subject_id
    UNION SELECT x.project_id FROM bookings x WHERE ${ofBooking('project')} AND x.studio_id = ${run}.studio_id AND x.id = ${run}.subject_id`;
};

/**
 * SQL of the events about a run's records since the one that it began with, looked up record by record: a run that sleeps for months must not read
 * all that has happened in its studio. OFFSET 0 keeps the planner from turning it round and reading the events in the order that is asked for.
 * @param run the alias of a row of `runs`
 */
export const eventsAboutRun = (run: string, asked: Asked): string => `
  (SELECT e.* FROM (${recordsAboutRun(run, asked)}) about(id) JOIN LATERAL (
    SELECT * FROM events x WHERE x.studio_id = ${run}.studio_id AND x.subject_id = about.id AND ${checked(`x.seq > ${run}.event_seq`)} AND ${checked(asked.is)}
    OFFSET 0
  ) e ON true)`;
