import type { PoolClient } from 'pg';
import { eventsAboutRun, eventsThatEnd, ofStudio } from '@cueline/database';
import { eventTypeOf, type Definition } from '@cueline/workflows';
import type { ClaimedEvent } from './dispatch.repository.js';

/**
 * A client's event and the event that starts a run for that client are about two records, so no order holds between them: a run may come to be
 * after an answer that ends it was dispatched. Whoever dispatches the answer waits for runs that are being written for the client; whoever
 * writes a run looks for answers that were there before.
 */
const aboutClients: readonly string[] = ['client', 'message'];

export const concernsClient = ({ subject_type }: ClaimedEvent): boolean =>
  aboutClients.includes(subject_type);

export const endsByClient = ({ exitOn }: Definition): boolean =>
  exitOn.some(({ event }) => aboutClients.includes(eventTypeOf(event)?.subject ?? ''));

// A run that refers to the client holds its key in share until it is committed, which this lock waits for and keeps out.
const awaitSql = `
  SELECT 1 FROM clients c WHERE c.studio_id = $1 AND c.id IN (
    SELECT CASE e.subject_type WHEN 'client' THEN e.subject_id WHEN 'message' THEN m.client_id END
    FROM events e LEFT JOIN messages m ON e.subject_type = 'message' AND m.studio_id = e.studio_id AND m.id = e.subject_id
    WHERE e.id = ANY($2::uuid[]) AND ${ofStudio('e')})
  ORDER BY c.id FOR UPDATE`;

/** After it no other transaction is writing a run for these events' clients, nor will before ours ends. */
export const awaitRunsOfClients = async (
  on: PoolClient,
  studioId: string,
  eventIds: readonly string[],
): Promise<void> => {
  await on.query({ name: 'await-runs-of-clients', text: awaitSql, values: [studioId, eventIds] });
};

const lateSql = `
  INSERT INTO run_signals (studio_id, run_id, event_id, event_type, kind)
  SELECT $1, r.id, e.id, e.type, 'exit'
  FROM runs r JOIN workflow_versions v ON v.id = r.version_id,
    LATERAL ${eventsAboutRun('r', eventsThatEnd("v.definition->'exitOn'"))} e
  WHERE r.id = ANY($2::uuid[]) AND ${ofStudio('r')} AND r.ended_at IS NULL AND e.dispatched_at IS NOT NULL
  ORDER BY e.seq
  ON CONFLICT (run_id, event_id, kind) DO NOTHING`;

/** What was dispatched before these runs were written, and came after their own events. One that was written earlier is told nothing twice. */
export const insertLateSignals = async (
  on: PoolClient,
  studioId: string,
  runIds: readonly string[],
): Promise<number> =>
  (await on.query({ name: 'insert-late-signals', text: lateSql, values: [studioId, runIds] })).rowCount ?? 0;
