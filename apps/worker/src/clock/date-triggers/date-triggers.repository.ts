import {
  CALENDAR_SOURCE,
  dateColumns,
  dateRequestId,
  inTransaction,
  recordEvents,
  stillStarts,
  type NewEvent,
} from '@cueline/database';
import {
  eventOf,
  triggerAnchors,
  WORKFLOW_REQUESTED,
  type AnchorPath,
  type DateTrigger,
} from '@cueline/workflows';
import type { Pool, PoolClient } from 'pg';
import { failureOf } from '../../platform/failures/failure.js';
import { log } from '../../platform/log.js';

export interface DateWorkflow {
  readonly id: string;
  readonly studioId: string;
  readonly trigger: DateTrigger;
}

/** A record with the date that a workflow counts from. */
export interface DatedRecord {
  readonly id: string;
  /** ISO instant or calendar date. */
  readonly date: string;
  readonly zone: string;
  readonly businessHours: unknown;
}

/** How far a look that found nothing may lie behind: looking again does no harm, and a row written every two seconds for nothing would. */
const NOTE_AFTER = `interval '30 seconds'`;

const listSql = `
  SELECT w.id::text, w.studio_id::text AS "studioId", v.definition->'trigger' AS trigger
  FROM workflows w JOIN workflow_versions v ON v.studio_id = w.studio_id AND v.id = w.published_version_id
  WHERE w.state = 'published' AND v.definition->'trigger'->>'type' = 'date'`;

// A workflow that is not published starts nothing, also not later what it missed.
const restingSql = `
  UPDATE date_trigger_sweeps s SET swept_until = now() FROM workflows w
  WHERE w.id = s.workflow_id AND w.studio_id = s.studio_id AND w.state <> 'published' AND s.swept_until < now() - ${NOTE_AFTER}`;

const beginSql = `
  INSERT INTO date_trigger_sweeps (workflow_id, studio_id, swept_until) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING`;
const holdSql = `
  SELECT swept_until AS since, now() AS now FROM date_trigger_sweeps WHERE workflow_id = $1 AND studio_id = $2 FOR UPDATE SKIP LOCKED`;

const noteSql = `
  UPDATE date_trigger_sweeps SET swept_until = $2 WHERE workflow_id = $1 AND ($3 OR swept_until < $2::timestamptz - ${NOTE_AFTER})`;

const recordsSql = (anchor: AnchorPath) => {
  const { table, column } = dateColumns[anchor];
  return `
  SELECT x.id::text, to_jsonb(x.${column})#>>'{}' AS date, b.zone, b.business_hours AS "businessHours"
  FROM ${table} x JOIN brands b ON b.studio_id = x.studio_id AND b.id = x.brand_id
  WHERE x.studio_id = $1 AND x.${column} BETWEEN $2::timestamptz AND $3::timestamptz AND ${stillStarts('x', anchor)}`;
};

/** Asked for all of them to be started that have come due; gives those of `records` that have. */
export type Due = (
  records: readonly DatedRecord[],
  since: string,
  now: string,
) => readonly { readonly id: string; readonly due: string }[];

export class DateTriggersRepository {
  constructor(private readonly pool: Pool) {}

  async workflows(): Promise<DateWorkflow[]> {
    await this.pool.query(restingSql);
    return (await this.pool.query<DateWorkflow>(listSql)).rows;
  }

  /**
   * Requests the runs that have come due since the last look, and notes how far it has looked, together. Another worker that looks at the same workflow is left
   * to it.
   * @param reach the first and the last date that can matter @returns how many came due
   */
  async sweep(
    workflow: DateWorkflow,
    reach: (since: Date, now: Date) => readonly [Date, Date],
    due: Due,
  ): Promise<number> {
    return inTransaction(this.pool, (client) => this.#within(client, workflow, reach, due));
  }

  /**
   * All together; when that fails for good one by one, so that one that cannot be recorded keeps no other from its run.
   * @returns how many are new
   */
  async #recordAll(client: PoolClient, studioId: string, events: readonly NewEvent[]): Promise<number> {
    if (events.length === 0) return 0;
    await client.query('SAVEPOINT dates');
    try {
      const recorded = await recordEvents(client, studioId, events);
      return recorded.filter(({ duplicate }) => !duplicate).length;
    } catch (error) {
      if (failureOf(error).type === 'temporary') throw error;
      await client.query('ROLLBACK TO SAVEPOINT dates');
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
    for (const event of events) news += await this.#recordAll(client, studioId, [event]);
    return news;
  }

  async #within(
    client: PoolClient,
    { id, studioId, trigger }: DateWorkflow,
    reach: (since: Date, now: Date) => readonly [Date, Date],
    due: Due,
  ): Promise<number> {
    await client.query(beginSql, [id, studioId]);
    const { rows } = await client.query<{ since: Date; now: Date }>(holdSql, [id, studioId]);
    if (!rows[0]) return 0;
    const { since, now } = rows[0];
    const { rows: records } = await client.query<DatedRecord>(recordsSql(trigger.moment.anchor), [
      studioId,
      ...reach(since, now),
    ]);
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
    const news = await this.#recordAll(client, studioId, events);
    await client.query(noteSql, [id, now, news > 0]);
    return news;
  }
}
