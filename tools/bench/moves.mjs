import { momentOf, startOf } from './asleep.mjs';
import { percentile, untilCount } from './processes.mjs';
import { API_KEY } from './stack.mjs';

const SHIFT = `interval '3 days'`;
const CONNECTIONS = 8;
const STUCK_MS = 10 * 60_000;

/** Which runs are moved where: as many as are asked for from one end of the ids, which say nothing of when a run began. */
const choose = (pool, table, { workflowId, count, from, moment }) =>
  pool.query(
    `CREATE TABLE ${table} AS
     SELECT id AS run_id, booking_id, expected, ${startOf('expected', 'zone')} AS starts_at, NULL::timestamptz AS moved_at
     FROM (SELECT r.id, b.id AS booking_id, z.zone, ${moment} AS expected
       FROM runs r JOIN bookings b ON b.id = r.subject_id JOIN brands z ON z.id = b.brand_id
       WHERE r.workflow_id = '${workflowId}' AND r.status = 'waiting' ORDER BY r.id ${from} LIMIT ${count}) chosen`,
  );

/** Moves the bookings as people do. @returns {Promise<Map<string, number>>} when each was asked for */
async function reschedule(stack, pool, table) {
  const { rows: left } = await pool.query(`SELECT booking_id, starts_at FROM ${table}`);
  const requested = new Map();
  const headers = { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' };
  const lane = async () => {
    for (let move = left.pop(); move; move = left.pop()) {
      const { booking_id: id, starts_at: startsAt } = move;
      const body = JSON.stringify({ startsAt, endsAt: new Date(+startsAt + 8 * 3_600_000) });
      requested.set(id, Date.now());
      const url = `${stack.apiUrl}/api/v1/bookings/${id}/reschedule`;
      const response = await fetch(url, { method: 'POST', headers, body });
      if (!response.ok) throw new Error(`POST ${url} answered ${response.status}`);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  return requested;
}

/** Runs that do not sleep until the moment that their booking's date says. */
async function astray(pool, workflowId, but = '') {
  const { rows } = await pool.query(
    `SELECT count(*)::int AS n FROM runs r JOIN bookings b ON b.id = r.subject_id JOIN brands z ON z.id = b.brand_id
     WHERE r.workflow_id = $1 AND (r.status <> 'waiting' OR r.next_at IS DISTINCT FROM ${momentOf('b.starts_at', 'z.zone')}) ${but}`,
    [workflowId],
  );
  return rows[0].n;
}

/** Moves the dates of `count` bookings by three days, and looks until each run has its old moment and three days on record. */
export async function moveAway(stack, pool, workflowId, count) {
  const astrayBefore = await astray(pool, workflowId);
  const moment = `(r.next_at AT TIME ZONE z.zone + ${SHIFT}) AT TIME ZONE z.zone`;
  await choose(pool, 'bench_away', { workflowId, count, from: 'ASC', moment });
  const noticeSql = `UPDATE bench_away SET moved_at = clock_timestamp()
    WHERE moved_at IS NULL AND expected = (SELECT next_at FROM runs WHERE id = run_id)`;
  let moved = 0;
  const notice = async () => (moved += (await pool.query(noticeSql)).rowCount);
  const since = performance.now();
  const [requested, ms] = await Promise.all([
    reschedule(stack, pool, 'bench_away').then((all) => ({ all, ms: performance.now() - since })),
    untilCount(notice, count, since, STUCK_MS),
  ]);
  const { rows } = await pool.query('SELECT booking_id, moved_at FROM bench_away');
  const waits = rows.map(({ booking_id: id, moved_at: at }) => +at - requested.all.get(id));
  return {
    answered: requested.ms / 1000,
    moved: ms / 1000,
    perRun: [0.5, 0.95].map((p) => percentile(waits, p) / 1000),
    astray: [astrayBefore, await astray(pool, workflowId)],
  };
}

const caught = async ({ catcherUrl }, limit) => (await fetch(`${catcherUrl}/messages?limit=${limit}`)).json();

/** Moves the dates of `count` other bookings so that all their moments come together in `seconds`, and looks until their runs are over. */
export async function moveNear(stack, pool, workflowId, count, seconds) {
  const before = (await caught(stack, 1)).total;
  const since = performance.now();
  const moment = `date_trunc('second', now()) + interval '${seconds} seconds'`;
  await choose(pool, 'bench_near', { workflowId, count, from: 'DESC', moment });
  const mailed = async () => (await caught(stack, 1)).total - before;
  const [, ms] = await Promise.all([
    reschedule(stack, pool, 'bench_near'),
    untilCount(mailed, count, since, STUCK_MS),
  ]);
  const overSql = `SELECT count(*)::int AS n FROM bench_near JOIN runs ON id = run_id WHERE status = 'completed'`;
  const over = async () => (await pool.query(overSql)).rows[0].n;
  await untilCount(over, count, since, STUCK_MS);
  const { rows } = await pool.query(
    `SELECT (SELECT min(expected) FROM bench_near) AS moment,
      (SELECT count(DISTINCT s.run_id)::int FROM sends s JOIN bench_near m ON m.run_id = s.run_id WHERE s.state = 'sent') AS runs`,
  );
  const { total, items } = await caught(stack, count);
  const late = items.map(({ receivedAt }) => (Date.parse(receivedAt) - rows[0].moment) / 1000);
  return {
    mails: total - before,
    runs: rows[0].runs,
    seconds: ms / 1000,
    afterMoment: [0, 0.5, 0.95, 1].map((p) => percentile(late, p)),
    astray: await astray(pool, workflowId, 'AND r.id NOT IN (SELECT run_id FROM bench_near)'),
  };
}
