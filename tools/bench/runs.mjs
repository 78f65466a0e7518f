import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { untilCount } from './processes.mjs';
import { publishAlone } from './publish.mjs';

const CLIENTS = 10;
/** Runs before the measured ones, here and for the floor: until then it is the compiler that is measured, which is at work for thousands of runs. */
export const WARM = 2_000;

const wedding = { field: 'booking.kind', op: 'is', value: 'wedding' };

/** A published workflow of just "decide -> send mail". */
export const publishBenchWorkflow = (pool) =>
  publishAlone(pool, 'Bench', (mail) => [
    {
      id: 'kind',
      kind: 'decide',
      paths: [
        { id: 'wedding', when: wedding, steps: [mail] },
        { id: 'otherwise', steps: [] },
      ],
    },
  ]);

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
