import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { candidateOf, type NewEvent, type RecordContext } from '@cueline/database';
import {
  asStarting,
  decideStart,
  eventOf,
  eventTypeOf,
  reentryKeyOf,
  WORKFLOW_REQUESTED,
  type Definition,
  type StartObstacle,
} from '@cueline/workflows';
import { ENROLMENT, enrolmentId, MatchingRecordsRepository } from './matching-records.repository.js';

/** RecordContext that are counted before publishing, the newest first; there may be a hundred thousand. */
const MOST_COUNTED = 1_000;

type Reason = 'match' | 'otherBrand' | 'condition' | 'reentry' | 'takenOver';
const refusals: Readonly<Record<StartObstacle, Reason>> = {
  otherBrand: 'otherBrand',
  takenOver: 'takenOver',
  condition: 'condition',
  chainTooLong: 'condition',
};
interface Looked {
  readonly records: RecordContext;
  readonly reason: Reason;
}

/** Which of the records that are there already a workflow is for: asked before it is published, by the dispatcher's own rules. */
@Injectable()
export class MatchingRecordsService {
  constructor(private readonly repository: MatchingRecordsRepository) {}

  async count(
    studioId: string,
    workflowId: string,
    definition: Definition,
  ): Promise<workflows.MatchingRecords> {
    const counts = { looked: 0, match: 0, otherBrand: 0, condition: 0, reentry: 0, takenOver: 0 };
    const subject = eventTypeOf(eventOf(definition.trigger))!.subject;
    for await (const { reason } of this.#decisions(studioId, workflowId, definition, null, 'newest')) {
      if (counts.looked === MOST_COUNTED) return { subject, ...counts, more: true };
      counts[reason]++;
      counts.looked++;
    }
    return { subject, ...counts, more: false };
  }

  /**
   * What asks the dispatcher for a run of each record that matches, about the event that has happened to it. The same again asks for nothing new.
   * @param since only for what happened from then on
   */
  async requests(
    studioId: string,
    workflowId: string,
    definition: Definition,
    since: Date | null,
  ): Promise<NewEvent[]> {
    const requests: NewEvent[] = [];
    // Each record's own date asks for its run when it comes near; one that is past already asks no more.
    if (definition.trigger.type === 'date') return requests;
    for await (const { records, reason } of this.#decisions(
      studioId,
      workflowId,
      definition,
      since,
      'oldest',
    )) {
      if (reason !== 'match') continue;
      requests.push({
        source: ENROLMENT,
        sourceId: enrolmentId(workflowId, records.eventId),
        type: WORKFLOW_REQUESTED,
        subjectType: records.subjectType,
        subjectId: records.subjectId,
        data: { ...records.eventData, event: records.eventType, workflowId },
        occurredAt: new Date(),
      });
    }
    return requests;
  }

  async *#decisions(
    studioId: string,
    workflowId: string,
    definition: Definition,
    since: Date | null,
    first: 'oldest' | 'newest',
  ): AsyncGenerator<Looked> {
    // Two bookings of a client are one run where a client has one.
    const taken = new Set<string>();
    for await (const page of this.repository.lastEvents(studioId, eventOf(definition.trigger), since, first))
      yield* await this.#decide(studioId, workflowId, definition, page, taken);
  }

  async #decide(
    studioId: string,
    workflowId: string,
    definition: Definition,
    page: readonly RecordContext[],
    taken: Set<string>,
  ): Promise<Looked[]> {
    const { trigger } = definition;
    const keyed = page.map((records) => {
      const candidate = asStarting(definition, candidateOf(records));
      return { records, candidate, key: reentryKeyOf(trigger, candidate) };
    });
    const keys = keyed.map(({ key }) => key);
    const events = page.map(({ eventId }) => eventId);
    const used = await this.repository.used(studioId, workflowId, keys, events);
    const now = new Date().toISOString();
    return keyed.map(({ records, candidate, key }) => {
      const decision = decideStart(trigger, candidate, now);
      if (!decision.starts) return { records, reason: refusals[decision.obstacle] };
      if (used.keys.has(key) || used.events.has(records.eventId) || taken.has(key))
        return { records, reason: 'reentry' };
      taken.add(key);
      return { records, reason: 'match' };
    });
  }
}
