import {
  CALENDAR_SOURCE,
  dateRequestId,
  inTransaction,
  recordEvents,
  withSavepoint,
  type NewEvent,
  type Queryable,
} from '@cueline/database';
import { eventOf, triggerAnchors, WORKFLOW_REQUESTED } from '@cueline/workflows';
import type { Pool } from 'pg';
import { failureOf } from '../../platform/failures/failure.js';
import { log } from '../../platform/log.js';
import * as sql from './date-triggers.sql.js';
import type { DatedRecord, DateWorkflow } from './date-triggers.sql.js';

export type { DatedRecord, DateWorkflow };

/** Returns the records whose moment lies in (since, now]. */
export type Due = (
  records: readonly DatedRecord[],
  since: string,
  now: string,
) => readonly { readonly id: string; readonly due: string }[];

export class DateTriggersRepository {
  constructor(private readonly pool: Pool) {}

  async workflows(): Promise<DateWorkflow[]> {
    await sql.passOverUnpublished.run(this.pool, {});
    return sql.dateWorkflows.rows(this.pool, {});
  }

  /**
   * Requests the runs that have come due since the last sweep, and notes how far it has come, together. Another worker that sweeps at the same workflow is left
   * to it.
   * @param reach the first and the last date that can matter @returns how many came due
   */
  async sweep(
    workflow: DateWorkflow,
    reach: (since: Date, now: Date) => readonly [Date, Date],
    due: Due,
  ): Promise<number> {
    return inTransaction(this.pool, (on) => this.#within(on, workflow, reach, due));
  }

  /**
   * All together; when that fails for good one by one, so that one that cannot be recorded keeps no other from its run.
   * @returns how many are new
   */
  async #recordAll(on: Queryable, studioId: string, events: readonly NewEvent[]): Promise<number> {
    if (events.length === 0) return 0;
    const isTemporary = (error: unknown) => failureOf(error).type === 'temporary';
    try {
      const recorded = await withSavepoint(on, isTemporary, () => recordEvents(on, studioId, events));
      return recorded.filter(({ duplicate }) => !duplicate).length;
    } catch (error) {
      if (isTemporary(error)) throw error;
    }
    const [first] = events;
    if (events.length === 1) {
      log.warnSeldom(
        first!.sourceId,
        `The date of record ${first!.subjectId} starts nothing: it cannot be recorded`,
      );
      return 0;
    }
    let news = 0;
    for (const event of events) news += await this.#recordAll(on, studioId, [event]);
    return news;
  }

  async #within(
    on: Queryable,
    { id, studioId, trigger }: DateWorkflow,
    reach: (since: Date, now: Date) => readonly [Date, Date],
    due: Due,
  ): Promise<number> {
    await sql.beginSweeps.run(on, { workflowId: id, studioId });
    const locked = await sql.lockSweep.first(on, { workflowId: id, studioId });
    if (!locked) return 0;
    const { since, now } = locked;
    const [first, last] = reach(since, now);
    const records = await sql.recordsByDate[trigger.moment.anchor].rows(on, { studioId, first, last });
    const found = due(records, since.toISOString(), now.toISOString());
    const events = found.map((record): NewEvent => ({
      source: CALENDAR_SOURCE,
      sourceId: dateRequestId(id, record.id, record.due),
      type: WORKFLOW_REQUESTED,
      subjectType: triggerAnchors[trigger.moment.anchor].record,
      subjectId: record.id,
      data: { workflowId: id, event: eventOf(trigger), due: record.due },
      occurredAt: new Date(record.due),
    }));
    const news = await this.#recordAll(on, studioId, events);
    await sql.noteSweep.run(on, { workflowId: id, until: now, anyway: news > 0 });
    return news;
  }
}
