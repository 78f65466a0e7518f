import {
  storableText,
  writeDecisions as write,
  type NewMatch,
  type NewRun,
  type Queryable,
  type RecordContext,
  parkEvent,
  refuseUnpublished as refuse,
} from '@cueline/database';
import { claimEvents, type ClaimedEvent } from './claim-events.sql.js';
import { eventRecords } from './decisions.sql.js';

export type { ClaimedEvent };

export interface Decisions {
  readonly runs: readonly NewRun[];
  readonly matches: readonly NewMatch[];
  /** Of all events that were decided. */
  readonly seqs: readonly string[];
}

/** Whose events are claimed. */
export interface Whose {
  /** Studios of which none is taken. */
  readonly but?: readonly string[];
  /** The one studio of which some are. */
  readonly only?: string;
}

export interface Claimed {
  /** The studio whose turn it is; undefined when none has events that may be taken. */
  readonly studioId: string | undefined;
  readonly events: readonly ClaimedEvent[];
  /** More studios have events. */
  readonly others: boolean;
}

/** Claims events of one studio, in their order. */
export const claim = async (on: Queryable, limit: number, { but = [], only }: Whose): Promise<Claimed> => {
  const rows = await claimEvents.rows(on, { limit, but, only: only ?? null });
  return {
    studioId: rows[0]?.turn,
    events: rows.flatMap(({ turn: _turn, others: _others, seq, ...event }) =>
      seq === null ? [] : [{ seq, ...event }],
    ),
    others: rows[0]?.others ?? false,
  };
};

export const recordsOf = async (
  on: Queryable,
  studioId: string,
  eventIds: readonly string[],
): Promise<Map<string, RecordContext>> => {
  const rows = await eventRecords.rows(on, { studioId, eventIds });
  return new Map(rows.map((row) => [row.eventId, row]));
};

/**
 * Writes what was decided about events, which are dispatched with it: the runs that they start, and the reason of each yes and no.
 * @returns the ids of the runs that are new; the others' re-entry rule, or the event itself, has had its run
 */
export const writeDecisions = async (
  on: Queryable,
  studioId: string,
  decisions: Decisions,
): Promise<Set<string>> => {
  const rows = await write.rows(on, { studioId, ...decisions });
  return new Set(rows.map(({ id }) => id));
};

/** A workflow that was asked for is not published now: that is the reason, beside the version that was published last. */
export const refuseUnpublished = async (
  on: Queryable,
  studioId: string,
  events: readonly ClaimedEvent[],
): Promise<void> => {
  const requests = events.map(({ id, requested }) => ({ eventId: id, workflowId: requested }));
  await refuse.run(on, { studioId, requests });
};

/**
 * One that can't be dispatched is tried again later, and the later the longer it has waited; it holds up its own record alone.
 * @param seconds until it is tried again, at least
 */
export const park = async (on: Queryable, seq: string, error: string, seconds: number): Promise<void> => {
  await parkEvent.run(on, { seq, error: storableText(error.slice(0, 1_000)), seconds });
};
