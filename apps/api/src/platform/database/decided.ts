import type { StatusTransition } from '@cueline/workflows';
import type { Happened } from './studio-database.js';

/** What a decision on a record comes to: the change, and what happened by it. */
export interface Decided<Data> {
  readonly data: Data;
  readonly happened?: Pick<Happened, 'type' | 'data'>;
}

/** A change of a record's status, with its event where it has one. */
export const decided = <Data>(
  data: Data,
  { event, data: facts }: Extract<StatusTransition, { type: 'changed' }>,
): Decided<Data> => (event ? { data, happened: { type: event, data: facts } } : { data });

/** Decides on a record as it is, locked until the change commits; undefined leaves it as it is. */
export type Decide<Row, Data> = (before: Row) => Decided<Data> | undefined;
