import { statSync } from 'node:fs';
import { cpuByPart, untilCount, usage } from './processes.mjs';
import { publishAlone } from './publish.mjs';

const DAYS_BEFORE = 30;
const BATCH = 2_000;
const BOOKINGS_PER_CLIENT = 2;
const IDLE_SECONDS = 20;
const STUCK_MS = 15 * 60_000;

/**
 * A published workflow that waits until 30 days before a booking, at the local time at which the booking starts, and then sends a mail. No `at`: that is a whole
 * minute, and some of the moments are to be moved to a few seconds from now.
 */
export const publishSleepingWorkflow = (pool) =>
  publishAlone(pool, 'Sleepers', (mail) => {
    const offset = { amount: DAYS_BEFORE, unit: 'days', direction: 'before' };
    return [
      { id: 'asleep', kind: 'wait', until: { anchor: 'booking.startsAt', offset, ifPast: 'go-on' } },
      mail,
    ];
  });

/** When a booking's run is to go on, and the other way round, by PostgreSQL's calendar: what is expected must not come from what is measured. */
export const momentOf = (startsAt, zone) =>
  `((${startsAt} AT TIME ZONE ${zone}) - interval '${DAYS_BEFORE} days') AT TIME ZONE ${zone}`;
export const startOf = (moment, zone) =>
  `((${moment} AT TIME ZONE ${zone}) + interval '${DAYS_BEFORE} days') AT TIME ZONE ${zone}`;

// As of a studio: clients with a booking or two. In the daytime, when no clock is changed.
const insertSql = `
  WITH c AS (
    INSERT INTO clients (id, studio_id, brand_id, first_name, email, updated_at)
    SELECT gen_random_uuid(), studio_id, brand_id, 'Sleeper', gen_random_uuid() || '@clients.test', now()
    FROM generate_series(1, $1::int), (SELECT * FROM clients WHERE email = 'mara@clients.test') m RETURNING id, studio_id, brand_id
  ), dated AS (
    SELECT c.*, z.zone, date_trunc('day', now() AT TIME ZONE z.zone) + (400 + floor(random() * 300)) * interval '1 day'
      + (600 + floor(random() * 480)) * interval '1 minute' AS local_start
    FROM c JOIN brands z ON z.id = c.brand_id, generate_series(1, ${BOOKINGS_PER_CLIENT})
  ), b AS (
    INSERT INTO bookings (id, studio_id, brand_id, client_id, title, kind, status, starts_at, ends_at, updated_at)
    SELECT gen_random_uuid(), studio_id, brand_id, id, 'sleeper', 'wedding', 'confirmed', local_start AT TIME ZONE zone,
      local_start AT TIME ZONE zone + interval '8 hours', now()
    FROM dated RETURNING id, studio_id
  ) INSERT INTO events (id, studio_id, source, source_id, type, subject_type, subject_id, occurred_at)
    SELECT gen_random_uuid(), studio_id, 'bench', id::text, 'booking.created', 'booking', id, now() FROM b`;

// Of this batch alone: counting all of them twenty times a second would be most of PostgreSQL's work.
const waitingSql = `
  SELECT count(*)::int AS n FROM runs r JOIN workflows w ON w.id = r.workflow_id AND w.studio_id = r.studio_id
  WHERE w.id = $1 AND r.studio_id = w.studio_id AND r.created_at >= $2 AND r.status = 'waiting'`;

const memoryOf = ({ parts }) => {
  const of = (part) => usage(parts[part]).memoryMiB;
  return { worker: of('worker'), temporal: of('temporal'), api: of('api') };
};

const mib = (bytes) => Math.round(bytes / 2 ** 20);

async function onDisk({ temporalFile }, pool) {
  const files = [temporalFile, `${temporalFile}-wal`].map((file) =>
    statSync(file, { throwIfNoEntry: false }),
  );
  const { rows } = await pool.query('SELECT pg_database_size(current_database())::float8 AS bytes');
  return {
    temporal: mib(files.reduce((sum, file) => sum + (file?.size ?? 0), 0)),
    postgres: mib(rows[0].bytes),
  };
}

/**
 * Has `count` runs fall asleep, a batch after the other.
 * @param measured called with each batch: sleeping so far, runs a second, memory and sizes in MiB @returns the same for all batches
 */
export async function fallAsleep(stack, pool, workflowId, count, measured) {
  const batch = Math.min(BATCH, Math.ceil(count / 4));
  const all = [];
  for (let asleep = 0; asleep < count;) {
    const { rows } = await pool.query('SELECT clock_timestamp() AS now');
    const clients = Math.ceil(Math.min(batch, count - asleep) / BOOKINGS_PER_CLIENT);
    const { rowCount: added } = await pool.query(insertSql, [clients]);
    const since = performance.now();
    await pool.query(`SELECT pg_notify('cueline_events', '')`);
    const waiting = async () => (await pool.query(waitingSql, [workflowId, rows[0].now])).rows[0].n;
    const ms = await untilCount(waiting, added, since, STUCK_MS);
    asleep += added;
    const perSecond = added / (ms / 1000);
    all.push({ asleep, perSecond, memory: memoryOf(stack), disk: await onDisk(stack, pool) });
    measured(all.at(-1));
  }
  return all;
}

/** What the parts use while all sleep, in percent of a core. */
export async function idleCpu({ parts }) {
  const pause = () => new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
  const { cpu } = await cpuByPart(parts, IDLE_SECONDS, pause);
  return Object.entries(cpu).map(([part, msPerSecond]) => [part, msPerSecond / 10]);
}
