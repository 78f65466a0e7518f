/** How long pages of lists take in a studio of many years, one request after the other over HTTP. */
import { pagesOf } from './pages-of.mjs';

const sizes = {
  clients: 20_000,
  bookings: 40_000,
  invoices: 30_000,
  events: 120_000,
  runs: 80_000,
  messages: 58_000,
};

/** A studio with its years, about its own clients, newest first as they came. */
export async function fillYears(pool) {
  const { rows } = await pool.query(
    `SELECT b.studio_id, b.id AS brand, w.id AS workflow, w.published_version_id AS version
     FROM brands b JOIN workflows w ON w.studio_id = b.studio_id AND w.published_version_id IS NOT NULL WHERE b.is_default LIMIT 1`,
  );
  const [{ studio_id: studio, brand, workflow, version }] = rows;
  const fill = (count, sql) =>
    pool.query(
      sql
        .replaceAll('$studio', `'${studio}'::uuid`)
        .replaceAll('$brand', `'${brand}'::uuid`)
        .replaceAll('$workflow', `'${workflow}'::uuid`)
        .replaceAll('$version', `'${version}'::uuid`)
        .replaceAll('$many', `generate_series(1, ${count}) n`)
        .replaceAll('$at', `now() - interval '3650 days' * (n::float / ${count})`),
    );
  await fill(
    sizes.clients,
    `CREATE TABLE bench_clients AS SELECT n, gen_random_uuid() AS id FROM $many;
     ALTER TABLE bench_clients ADD PRIMARY KEY (n);
     INSERT INTO clients (id, studio_id, brand_id, first_name, last_name, email, tags, updated_at, created_at)
     SELECT id, $studio, $brand, (ARRAY['Mara','Alma','Jonas','Ole','Ida'])[1 + n % 5], 'Client ' || n, 'c' || n || '@many.test',
       CASE n % 10 WHEN 0 THEN '{vip}' ELSE '{}' END::text[], now(), $at FROM bench_clients`,
  );
  const client = (count) => `(SELECT id FROM bench_clients c WHERE c.n = 1 + many.n % ${count})`;
  const many = (count) => `generate_series(1, ${count}) many(n)`;
  await fill(
    sizes.bookings,
    `INSERT INTO bookings (id, studio_id, brand_id, client_id, title, kind, status, starts_at, ends_at, updated_at, created_at)
     SELECT gen_random_uuid(), $studio, $brand, ${client(sizes.clients)}, 'Booking ' || n, 'wedding',
       (CASE WHEN n % 50 = 0 THEN 'cancelled' ELSE 'completed' END)::booking_status, $at, $at + interval '8 hours', now(), $at FROM ${many(sizes.bookings)}`,
  );
  await fill(
    sizes.invoices,
    `INSERT INTO invoices (id, studio_id, brand_id, client_id, number, currency, total_minor, status, updated_at, created_at)
     SELECT gen_random_uuid(), $studio, $brand, ${client(sizes.clients)}, 'B-' || n, 'EUR', 100000, 'paid', now(), $at FROM ${many(sizes.invoices)}`,
  );
  await fill(
    sizes.events,
    `INSERT INTO events (id, studio_id, source, source_id, type, subject_type, subject_id, occurred_at, dispatched_at)
     SELECT gen_random_uuid(), $studio, 'bench', 'years ' || n, 'booking.created', 'client', ${client(sizes.clients)}, $at, now() FROM ${many(sizes.events)}`,
  );
  await fill(
    sizes.runs,
    `INSERT INTO runs (id, studio_id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id, reentry_key, status, ended_at, created_at)
     SELECT gen_random_uuid(), $studio, $workflow, $version, e.id, e.seq, 1, 'client', e.subject_id, e.subject_id, e.id::text,
       (CASE WHEN e.seq % 200 = 0 THEN 'waiting' ELSE 'completed' END)::run_status, CASE WHEN e.seq % 200 <> 0 THEN e.occurred_at END, e.occurred_at
     FROM (SELECT * FROM events WHERE source = 'bench' ORDER BY seq LIMIT ${sizes.runs}) e`,
  );
  await fill(
    sizes.messages,
    `INSERT INTO messages (id, studio_id, brand_id, client_id, direction, message_id, from_address, subject, text, html, occurred_at)
     SELECT gen_random_uuid(), $studio, $brand, ${client(sizes.clients)}, 'incoming', '<' || n || '@many.test>', 'c' || n || '@many.test', 'Question ' || n,
       repeat('Hello. ', 100), '<p>' || repeat('Hello. ', 100) || '</p>', $at FROM ${many(sizes.messages)}`,
  );
  await fill(
    300,
    `INSERT INTO workflows (id, studio_id, name, draft, updated_at) SELECT gen_random_uuid(), $studio, 'Workflow ' || n, (SELECT draft FROM workflows WHERE id = $workflow), now() FROM $many`,
  );
  await fill(
    600,
    `INSERT INTO templates (id, studio_id, name, subject, html, updated_at) SELECT gen_random_uuid(), $studio, 'Template ' || n, 'Hi', repeat('<p>Hello</p>', 500), now() FROM $many`,
  );
  await pool.query('VACUUM ANALYZE');
  const { rows: some } = await pool.query('SELECT id FROM bench_clients ORDER BY n LIMIT 200');
  return { clients: some.map(({ id }) => id), workflow };
}

/** @param row prints a figure */
export async function lists(stack, pool, row) {
  const since = performance.now();
  const { clients, workflow } = await fillYears(pool);
  row(
    `years filled: ${Object.entries(sizes)
      .map(([name, size]) => `${size} ${name}`)
      .join(', ')}`,
    `${((performance.now() - since) / 1_000).toFixed(0)} s`,
  );
  const { get, measure } = pagesOf(stack, row);
  const pages = [
    ...[
      'clients',
      'bookings',
      'inquiries',
      'invoices',
      'messages',
      'events',
      'runs',
      'workflows',
      'templates',
      'approvals',
      'tasks',
      'sends',
    ],
    'clients?search=client%20199',
    'clients?search=nobody',
    'clients?tag=vip',
    'bookings?search=booking%20399',
    'bookings?status=cancelled',
    'bookings?status=tentative',
    'invoices?status=draft',
    'runs?status=waiting',
    'runs?status=failed',
    `runs?workflowId=${workflow}`,
    'workflows?search=29',
    'templates?search=none',
    'sends/holds',
  ];
  const ofClients = [
    'bookings?clientId=',
    'invoices?clientId=',
    'messages?clientId=',
    'runs?clientId=',
    'events?subjectId=',
    'why?recordId=',
  ];
  for (const path of pages) await measure(path.replace(workflow, '…'), () => path);
  for (const path of ofClients) await measure(`${path}…`, (round) => path + clients[round * 4]);
  await measure(`workflows/…/impact`, () => `workflows/${workflow}/impact`);
  const far = {
    clients: undefined,
    bookings: undefined,
    runs: undefined,
    messages: undefined,
    events: undefined,
  };
  for (const list of Object.keys(far)) {
    for (let page = 0; page < 30; page++)
      far[list] = (await get(`${list}?limit=100${far[list] ? `&cursor=${far[list]}` : ''}`)).body.nextCursor;
    await measure(`${list} after 3,000`, () => `${list}?cursor=${far[list]}`);
  }
}
