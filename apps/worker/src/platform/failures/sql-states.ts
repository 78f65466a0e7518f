import type { FailureCode, LaterCause } from '@cueline/workflows';

/** What an error means for the step that it met. */
export type Meaning = Exclude<FailureCode, 'failure.zone'> | 'zone' | LaterCause;

/** It may pass, for one of these causes. */
const later: ReadonlySet<string> = new Set<LaterCause>(['database', 'busy', 'crowded', 'noAnswer']);
export const isLater = (meaning: Meaning): meaning is LaterCause => later.has(meaning);

/**
 * PostgreSQL's error codes (its documentation, appendix A), whole ones first, then their classes of two characters. What is not here is the product's
 * own fault.
 */
const byState: Readonly<Record<string, Meaning>> = {
  // Class 22: what a value is must be changed by a person.
  '22P02': 'failure.text',
  '22P05': 'failure.text',
  '22021': 'failure.text',
  '22001': 'failure.tooLarge',
  '22003': 'failure.number',
  '22012': 'failure.number',
  '22007': 'failure.date',
  '22008': 'failure.date',
  '22009': 'zone',
  '22': 'failure.value',
  // Class 23: a rule of the database is against it.
  '23503': 'failure.recordMissing',
  '23': 'failure.rule',
  '44': 'failure.rule',
  '42804': 'failure.value',
  '42846': 'failure.value',
  '54': 'failure.tooLarge',
  // A worker that is newer or older than the tables, for as long as an update takes; a plan that a migration has made void.
  '42P01': 'database',
  '42703': 'database',
  '42883': 'database',
  '42501': 'database',
  '0A000': 'database',
  '26000': 'database',
  '42P05': 'database',
  '25006': 'database',
  // Nobody is there, or lets nobody in.
  '08': 'database',
  '57P': 'database',
  '58': 'database',
  '28': 'database',
  '3D000': 'database',
  '53300': 'database',
  // Others are at work on the same rows, or on the same machine.
  '40': 'busy',
  '53': 'busy',
  '55P03': 'busy',
  '55006': 'busy',
  '57014': 'busy',
  '25P03': 'busy',
};

export const meaningOfState = (state: string): Meaning =>
  byState[state] ?? byState[state.slice(0, 3)] ?? byState[state.slice(0, 2)] ?? 'failure.product';
