import type { SubjectType } from './event-type.js';

/** A field of a record that leads to another record. What belongs to what is said here alone. */
export interface Relation {
  readonly from: SubjectType;
  readonly field: `${string}Id`;
  readonly to: SubjectType;
  /**
   * Which runs hear of events across it. `from`: a run about the record hears of what it belongs to. `to`: a run about what it belongs to hears of the
   * record. `allOfClient`: every run for the client does, whatever it is about.
   */
  readonly heardBy: 'from' | 'to' | 'allOfClient';
}

/** Every run has a client of its own and hears of that client's events, so that those relations need no look at the record. */
export const relations = [
  { from: 'invoice', field: 'clientId', to: 'client', heardBy: 'from' },
  { from: 'invoice', field: 'bookingId', to: 'booking', heardBy: 'to' },
  { from: 'inquiry', field: 'clientId', to: 'client', heardBy: 'from' },
  { from: 'task', field: 'clientId', to: 'client', heardBy: 'from' },
  { from: 'task', field: 'bookingId', to: 'booking', heardBy: 'to' },
  { from: 'message', field: 'clientId', to: 'client', heardBy: 'allOfClient' },
  { from: 'booking', field: 'clientId', to: 'client', heardBy: 'from' },
  { from: 'booking', field: 'projectId', to: 'project', heardBy: 'from' },
  { from: 'project', field: 'clientId', to: 'client', heardBy: 'from' },
] as const satisfies readonly Relation[];

/** The kinds of records whose events every run for a client hears of. */
export const heardByClient: readonly SubjectType[] = [
  'client',
  ...relations.flatMap(({ from, heardBy }): SubjectType[] => (heardBy === 'allOfClient' ? [from] : [])),
];
