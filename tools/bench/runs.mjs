import { untilCount } from './processes.mjs';
import { publishAlone } from './publish.mjs';

/** Runs before the measured ones, here and for the floor: until then it is the compiler that is measured, which is at work for thousands of runs. */
export const WARM = 2_000;
export const TURNS = 3;

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

/**
 * Runs of "decide -> send mail" per second, bare workflows per second and raw mails per second, so many of each on the same servers in turns.
 * @param measured runs the work of a turn's runs and says what CPU the parts used for each
 */
export async function runs(stack, pool, { bare, raw }, count, measured) {
  const completed = async () =>
    (await pool.query(`SELECT count(*)::int AS n FROM runs WHERE status = 'completed'`)).rows[0].n;
  let done = await completed();
  const carryOut = async (runs) => {
    const since = performance.now();
    await pool.query(`SELECT pg_notify('cueline_events', '')`);
    return untilCount(completed, (done += runs), since);
  };
  await insertBookings(pool, WARM, 'warm ');
  await carryOut(WARM);
  await raw.send(WARM);
  const ms = { floor: 0, ours: 0, raw: 0 };
  let rawCpu = 0;
  const cpu = {};
  for (let turn = 0; turn < TURNS; turn++) {
    const part = Math.round(count / TURNS);
    ms.floor += await bare.ms(part);
    const mails = await raw.send(part);
    ms.raw += mails.ms;
    rawCpu += mails.cpuMs / part / TURNS;
    await insertBookings(pool, part, `bench ${turn} `);
    const turned = await measured(part, () => carryOut(part));
    ms.ours += turned.result;
    for (const [name, used] of Object.entries(turned.cpu)) cpu[name] = (cpu[name] ?? 0) + used / TURNS;
  }
  const perSecond = (one) => count / (one / 1000);
  return {
    floor: perSecond(ms.floor),
    ours: perSecond(ms.ours),
    ratio: ms.floor / ms.ours,
    cpu,
    raw: { perSecond: perSecond(ms.raw), cpuMs: rawCpu },
  };
}
