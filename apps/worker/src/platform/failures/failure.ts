import { UnknownSubjectsError } from '@cueline/database';
import { TimeError, type FailureCode, type LaterCause, type LaterCode } from '@cueline/workflows';
import { isSqlState } from '../describe-error.js';
import { isLater, meaningOfState, type Meaning } from './sql-states.js';

/** What a person reads of an error: a code, and what it is about. */
export interface FailureReason {
  readonly code: FailureCode | LaterCode | TimeError['code'];
  readonly params: Readonly<Record<string, unknown>>;
}

/** What an error means for the work that it met. */
export type Failure =
  /** It would fail again: until somebody changes something it has failed. */
  | { readonly type: 'permanent'; readonly reason: FailureReason }
  /** It may pass. @property away there is no database to write to, either */
  | {
      readonly type: 'temporary';
      readonly cause: LaterCause;
      readonly reason: FailureReason & { readonly code: LaterCode };
      readonly away?: true;
    };

/** A row that must be there is not. */
export class MissingRowError extends Error {
  override readonly name = 'MissingRowError';
}

/** What system calls and `pg` say of a connection; `pg` gives most of its own errors no code. */
const ofConnection =
  /^(ECONN|EPIPE|ENOTFOUND|EAI_|ENETUNREACH|EHOSTUNREACH|EHOSTDOWN|ETIMEDOUT|ENETDOWN|EADDRNOTAVAIL|ERR_SOCKET|ERR_STREAM)/;
const ofPg =
  /^(Connection terminated|Connection ended|timeout expired|timeout exceeded when trying to connect|Client (has encountered|was closed)|Cannot use a pool|Query read timeout|The server does not support SSL|Received unexpected|SASL|read E|write E)/;
const ofPlace = /^(connect|read|write) E/;

/** The one place that decides what an error means: for a run's step, for an event, for a row of a sweep. Pure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof TimeError)
    return { type: 'permanent', reason: { code: error.code, params: { detail: error.texts } } };
  if (error instanceof MissingRowError || error instanceof UnknownSubjectsError)
    return permanent('failure.recordMissing');
  if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors[0]);
  const { code, message = '' } = (error ?? {}) as { readonly code?: unknown; readonly message?: string };
  if (isSqlState(code)) return meant(zoneOr(meaningOfState(code), code, message), message);
  if (error instanceof RangeError) return meant(ofRange(message), message);
  const isLink =
    (typeof code === 'string' && ofConnection.test(code)) || ofPg.test(message) || ofPlace.test(message);
  return isLink ? { ...temporary('database'), away: true } : permanent('failure.product');
}

/** There is no database to work with, or it lets nobody in. */
export function isAway(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.type === 'temporary' && failure.cause === 'database';
}

/** PostgreSQL says of a zone that it does not know no more than that a parameter is wrong. */
const zoneOr = (meaning: Meaning, state: string, message: string): Meaning =>
  (state === '22023' || state === '22007') && /time ?zone/i.test(message) ? 'zone' : meaning;

/** What the engine's own formats and dates throw. */
function ofRange(message: string): Meaning {
  if (/time ?zone/i.test(message)) return 'zone';
  if (/currency/i.test(message)) return 'failure.currency';
  if (/locale|language/i.test(message)) return 'failure.locale';
  if (/invalid (time value|date)/i.test(message)) return 'failure.date';
  return /string length|array length/i.test(message) ? 'failure.tooLarge' : 'failure.product';
}

function meant(meaning: Meaning, message: string): Failure {
  if (isLater(meaning)) return temporary(meaning);
  if (meaning !== 'zone') return permanent(meaning);
  const zone = /time ?zone(?: specified:)? "?([\w/+-]{1,60})/i.exec(message)?.[1];
  return permanent('failure.zone', zone === undefined ? {} : { zone });
}

export const temporary = (cause: LaterCause): Extract<Failure, { type: 'temporary' }> => ({
  type: 'temporary',
  cause,
  reason: { code: `later.${cause}`, params: {} },
});

const permanent = (code: FailureCode, params: FailureReason['params'] = {}): Failure => ({
  type: 'permanent',
  reason: { code, params },
});
