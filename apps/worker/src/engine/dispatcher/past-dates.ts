import type { PoolClient } from 'pg';
import { dateRequestId, type Records } from '@cueline/database';
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
import type { ClaimedEvent } from './dispatch.repository.js';
import { insertPastDates, selectRefusedRequests, type DateRequest, type PastDate } from './past-dates.sql.js';
import type { PublishedWorkflow } from './workflow-cache.js';

/** Whether a workflow starts by a date of records like the event's, of which the event may have told first. */
export const countsFromRecordOf =
  ({ type, subject_type }: Pick<ClaimedEvent, 'type' | 'subject_type'>) =>
  ({ definition: { trigger } }: { readonly definition: Pick<Definition, 'trigger'> }): boolean =>
    trigger.type === 'date' &&
    type !== WORKFLOW_REQUESTED &&
    triggerAnchors[trigger.moment.anchor].record === subject_type;

/**
 * The date workflows that would have started for an event's record, had it stood so in time. What still can start, the sweep of dates starts.
 */
export function pastDatesOf(
  { event_id, event_type, subject_id, recorded_at, brand }: Records,
  candidate: Candidate,
  workflows: readonly PublishedWorkflow[],
  now: string,
): PastDate[] {
  const knownAt = recorded_at.toISOString();
  const { brings = false, moves = false } = eventTypeOf(event_type) ?? {};
  const dated = brings || moves;
  return workflows.flatMap(({ workflowId, versionId, definition }) => {
    const { trigger } = definition;
    if (trigger.type !== 'date') return [];
    try {
      const calendar = {
        zone: String(brand?.['zone']),
        hours: parseBusinessHours(brand?.['business_hours']),
      };
      const next = nextTrigger(trigger.moment, candidate.facts, knownAt, calendar);
      if (next.type !== 'past' || !decideStart(trigger, asStarting(definition, candidate), now).starts)
        return [];
      const source_id = dateRequestId(workflowId, subject_id, next.due);
      const { due, reason } = next;
      return [
        {
          event_id,
          workflow_id: workflowId,
          version_id: versionId,
          subject_id,
          due,
          source_id,
          dated,
          reason,
        },
      ];
    } catch (error) {
      if (!(error instanceof TimeError)) throw error;
      log.warn(`The date of record ${subject_id} could not be counted from`, error);
      return [];
    }
  });
}

export const writePastDates = async (
  on: PoolClient,
  studioId: string,
  dates: readonly PastDate[],
): Promise<void> => {
  await on.query({
    name: 'write-past-dates',
    text: insertPastDates,
    values: [studioId, JSON.stringify(dates)],
  });
};

/**
 * The calendar’s requests for moments of which it was said that they were past when the record came: a worker that was away for long finds them as
 * if it had only been late.
 * @returns ids of events
 */
export async function refusedRequests(
  on: PoolClient,
  studioId: string,
  requests: readonly DateRequest[],
): Promise<ReadonlySet<string>> {
  if (requests.length === 0) return new Set();
  const values = [studioId, JSON.stringify(requests)];
  const { rows } = await on.query<{ id: string }>({
    name: 'refused-requests',
    text: selectRefusedRequests,
    values,
  });
  return new Set(rows.map(({ id }) => id));
}
