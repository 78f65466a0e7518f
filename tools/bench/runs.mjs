import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { untilCount } from './processes.mjs';

const CLIENTS = 10;
/** Runs before the measured ones, here and for the floor: until then it is the compiler that is measured. */
export const WARM = 500;

/** A published workflow of just "decide -> send mail". @returns {Promise<void>} */
export async function publishBenchWorkflow(pool) {
  await pool.query(`UPDATE workflows SET state = 'paused'`);
  await pool.query(`WITH base AS (
      SELECT w.studio_id, v.definition FROM workflows w JOIN workflow_versions v ON v.id = w.published_version_id LIMIT 1
    ), made AS (
      SELECT studio_id, jsonb_set(definition, '{steps}', jsonb_build_array(jsonb_build_object('id', 'kind', 'kind', 'decide', 'paths', jsonb_build_array(
        jsonb_build_object('id', 'wedding', 'when', '{"field":"booking.kind","op":"is","value":"wedding"}'::jsonb, 'steps', jsonb_build_array(definition#>'{steps,0,paths,0,steps,1}')),
        jsonb_build_object('id', 'otherwise', 'steps', '[]'::jsonb))))) AS definition FROM base
    ), w AS (
      INSERT INTO workflows (id, studio_id, name, state, draft, published_version_id, updated_at)
      SELECT '00000000-0000-8000-8000-00000000be0c', studio_id, 'Bench', 'published', definition, '00000000-0000-8000-8000-00000000be0d', now() FROM made RETURNING studio_id, draft
    ) INSERT INTO workflow_versions (id, studio_id, workflow_id, number, definition)
      SELECT '00000000-0000-8000-8000-00000000be0d', studio_id, '00000000-0000-8000-8000-00000000be0c', 1, draft FROM w`);
  await pool.query(
    'UPDATE studios SET automation_revision = automation_revision + 1, mails_per_contact_and_day = NULL',
  );
}

/** New bookings with their events, in one stroke. */
export const insertBookings = (pool, count, tag) =>
  pool.query(
    `WITH b AS (
      INSERT INTO bookings (id, studio_id, brand_id, client_id, title, kind, status, starts_at, ends_at, updated_at)
      SELECT gen_random_uuid(), c.studio_id, c.brand_id, c.id, $2 || n, 'wedding', 'confirmed', now() + interval '30 days', now() + interval '31 days', now()
      FROM generate_series(1, $1::int) n, (SELECT * FROM clients WHERE email = 'mara@clients.test') c RETURNING id, studio_id
    ) INSERT INTO events (id, studio_id, source, source_id, type, subject_type, subject_id, occurred_at)
      SELECT gen_random_uuid(), studio_id, 'bench', id::text, 'booking.created', 'booking', id, now() FROM b`,
    [count, tag],
  );

/** What a bare workflow can do on the same server: per second, and how long each takes (ms) at a steady rate. */
export function bareRuns(stack, { runs = 0, perSecond = 1, paced = 0 }) {
  const output = execFileSync(process.execPath, [
    path.join(stack.root, 'tools/bench/floors/bare-run.mjs'),
    stack.temporalAddress,
    ...[runs, CLIENTS, WARM, perSecond, paced].map(String),
  ]);
  return JSON.parse(output.toString().trim().split('\n').at(-1));
}

/**
 * Runs of "decide -> send mail" per second, and bare workflows per second, on the same server.
 * @param measured runs the work of all runs and says what CPU the parts used for it
 */
export async function runs(stack, pool, count, measured) {
  const floor = bareRuns(stack, { runs: count }).perSecond;
  const completed = async () =>
    (await pool.query(`SELECT count(*)::int AS n FROM runs WHERE status = 'completed'`)).rows[0].n;
  await insertBookings(pool, WARM, 'warm ');
  await pool.query(`SELECT pg_notify('cueline_events', '')`);
  await untilCount(completed, WARM, performance.now());
  await insertBookings(pool, count, 'bench ');
  const { result: ms, cpu } = await measured(async () => {
    const since = performance.now();
    await pool.query(`SELECT pg_notify('cueline_events', '')`);
    return untilCount(completed, WARM + count, since);
  });
  const ours = count / (ms / 1000);
  return { floor, ours, ratio: ours / floor, cpu };
}
