import {
  dateRequestId,
  insertPastDates,
  refusedRequests as refused,
  type DateRequest,
  type PastDate,
  type Queryable,
  type RecordContext,
} from '@cueline/database';
import {
  asStarting,
  decideStart,
  eventTypeOf,
  nextTrigger,
  parseBusinessHours,
  TimeError,
  triggerAnchors,
  WORKFLOW_REQUESTED,
  type Candidate,
  type Definition,
} from '@cueline/workflows';
import { log } from '../../platform/log.js';
import type { ClaimedEvent } from './claim-events.sql.js';
import type { PublishedWorkflow } from './workflow-cache.js';

/** Whether a workflow starts by a date of records like the event's, of which the event may have told first. */
export const countsFromRecordOf =
  ({ type, subjectType }: Pick<ClaimedEvent, 'type' | 'subjectType'>) =>
  ({ definition: { trigger } }: { readonly definition: Pick<Definition, 'trigger'> }): boolean =>
    trigger.type === 'date' &&
    type !== WORKFLOW_REQUESTED &&
    triggerAnchors[trigger.moment.anchor].record === subjectType;

/**
 * The date workflows that would have started for an event's record, had it stood so in time. What still can start, the sweep of dates starts.
 */
export function pastDatesOf(
  { eventId, eventType, subjectId, recordedAt, brand }: RecordContext,
  candidate: Candidate,
  workflows: readonly PublishedWorkflow[],
  now: string,
): PastDate[] {
  const knownAt = recordedAt.toISOString();
  const { brings = false, moves = false } = eventTypeOf(eventType) ?? {};
  const dated = brings || moves;
  return workflows.flatMap(({ workflowId, versionId, definition }) => {
    const { trigger } = definition;
    if (trigger.type !== 'date') return [];
    try {
      const calendar = {
        zone: brand?.zone ?? '',
        hours: parseBusinessHours(brand?.businessHours),
      };
      const next = nextTrigger(trigger.moment, candidate.facts, knownAt, calendar);
      if (next.type !== 'past' || !decideStart(trigger, asStarting(definition, candidate), now).starts)
        return [];
      const sourceId = dateRequestId(workflowId, subjectId, next.due);
      const { due, reason } = next;
      return [
        {
          eventId,
          workflowId,
          versionId,
          subjectId,
          due,
          sourceId,
          dated,
          reason,
        },
      ];
    } catch (error) {
      if (!(error instanceof TimeError)) throw error;
      log.warn(`The date of record ${subjectId} could not be counted from`, error);
      return [];
    }
  });
}

export const writePastDates = async (
  on: Queryable,
  studioId: string,
  dates: readonly PastDate[],
): Promise<void> => {
  await insertPastDates.run(on, { studioId, dates });
};

/**
 * The calendar’s requests for moments of which it was said that they were past when the record came: a worker that was away for long finds them as
 * if it had only been late.
 * @returns ids of events
 */
export async function refusedRequests(
  on: Queryable,
  studioId: string,
  requests: readonly DateRequest[],
): Promise<ReadonlySet<string>> {
  if (requests.length === 0) return new Set();
  const rows = await refused.rows(on, { studioId, requests });
  return new Set(rows.map(({ id }) => id));
}
