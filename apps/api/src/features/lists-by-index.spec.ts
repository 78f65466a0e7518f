import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import { readConfiguration } from '../platform/configuration.js';
import { StudioDatabase } from '../platform/database/studio-database.js';
import { ApprovalsRepository } from './approvals/approvals.repository.js';
import { BookingsRepository } from './bookings/bookings.repository.js';
import { ClientsRepository } from './clients/clients.repository.js';
import { EventsRepository } from './events/events.repository.js';
import { InquiriesRepository } from './inquiries/inquiries.repository.js';
import { InvoicesRepository } from './invoices/invoices.repository.js';
import { MessagesRepository } from './messages/messages.repository.js';
import { ProjectsRepository } from './projects/projects.repository.js';
import { RunsRepository } from './runs/runs.repository.js';
import { StaffRepository } from './staff/staff.repository.js';
import { TasksRepository } from './tasks/tasks.repository.js';
import { TemplatesRepository } from './templates/templates.repository.js';
import { VendorsRepository } from './vendors/vendors.repository.js';
import { MatchingRecordsRepository } from './workflows/matching/matching-records.repository.js';
import { WorkflowsRepository } from './workflows/store/workflows.repository.js';

/** Records of each kind in each of two studios: enough for a table to be read whole only where no index serves. */
const RECORDS = 5_000;
/** Blocks of 8 kB for a page of fifty and what is shown beside it; a table of these is ten times as much. */
const MOST_BLOCKS = 700;

const [large, other, empty] = [randomUUID(), randomUUID(), randomUUID()];
const client = randomUUID();
const workflow = randomUUID();
let testDatabase: TestDatabase;
let database: StudioDatabase;

interface Call {
  readonly text: string;
  readonly values: unknown[];
}
const calls: Call[] = [];

/** What is sent to the database is kept beside, to be explained. */
function listenTo(pool: Pool): void {
  const note = (query: unknown, values?: unknown) => {
    if (typeof query === 'object' && query !== null && 'text' in query)
      calls.push({
        text: String(query.text),
        values: [...((query as Partial<Call>).values ?? (values as unknown[]) ?? [])],
      });
  };
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  Object.assign(pool, {
    query: (...args: unknown[]) => {
      note(args[0], args[1]);
      return query(...args);
    },
  });
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = new StudioDatabase(
    readConfiguration({ DATABASE_URL: testDatabase.url, CUELINE_SECRET: 'x'.repeat(32) }),
  );
  const { pool } = database.database;
  for (const studio of [large, other, empty]) await fill(pool, studio, studio === empty ? 0 : RECORDS);
  await pool.query('ANALYZE');
  listenTo(pool);
}, 120_000);
afterAll(async () => {
  await database.onApplicationShutdown();
  await testDatabase.drop();
});

async function fill(pool: Pool, studio: string, records: number): Promise<void> {
  const brand = randomUUID();
  const version = randomUUID();
  const run = (sql: string) =>
    pool.query(
      sql
        .replaceAll('$studio', `'${studio}'::uuid`)
        .replaceAll('$brand', `'${brand}'::uuid`)
        .replaceAll('$client', `'${studio === large ? client : randomUUID()}'::uuid`)
        .replaceAll('$many', `generate_series(1, ${records}) n`)
        .replaceAll('$at', `now() - n * interval '1 minute'`)
        .replaceAll('$workflow', `'${studio === large ? workflow : version}'::uuid`)
        .replaceAll('$version', `'${version}'::uuid`),
    );
  await run(`INSERT INTO studios (id, slug, name, updated_at) VALUES ($studio, '${studio}', 'S', now())`);
  await run(`INSERT INTO brands (id, studio_id, name, slug, zone, locale, currency, updated_at)
    VALUES ($brand, $studio, 'S', 'own', 'UTC', 'en', 'EUR', now())`);
  if (records === 0) return;
  await run(`INSERT INTO clients (id, studio_id, brand_id, first_name, tags, updated_at, created_at)
    SELECT CASE n WHEN 1 THEN $client ELSE gen_random_uuid() END, $studio, $brand, 'Mara' || n,
      ARRAY['wedding', 'tag ' || n % 200, CASE WHEN n % 1000 = 0 THEN 'Ｒare' ELSE 'often' END], now(), $at FROM $many`);
  const ofClient = `(SELECT id FROM clients WHERE studio_id = $studio ORDER BY created_at LIMIT 1)`;
  await run(`INSERT INTO bookings (id, studio_id, brand_id, client_id, title, kind, starts_at, ends_at, updated_at, created_at)
    SELECT gen_random_uuid(), $studio, $brand, ${ofClient}, 'B' || n, 'wedding', now(), now() + interval '1 hour', now(), $at FROM $many`);
  await run(`INSERT INTO projects (id, studio_id, brand_id, client_id, name, updated_at, created_at)
    SELECT gen_random_uuid(), $studio, $brand, ${ofClient}, 'P' || n, now(), $at FROM $many`);
  await run(`INSERT INTO inquiries (id, studio_id, brand_id, name, email, message, updated_at, created_at)
    SELECT gen_random_uuid(), $studio, $brand, 'I' || n, n || '@x.test', 'Hello', now(), $at FROM $many`);
  await run(`INSERT INTO invoices (id, studio_id, brand_id, client_id, number, currency, total_minor, updated_at, created_at)
    SELECT gen_random_uuid(), $studio, $brand, ${ofClient}, n, 'EUR', 100, now(), $at FROM $many`);
  await run(`INSERT INTO tasks (id, studio_id, brand_id, title, updated_at, created_at)
    SELECT gen_random_uuid(), $studio, $brand, 'T' || n, now(), $at FROM $many`);
  for (const table of ['vendors (id, studio_id, name,', 'staff (id, studio_id, first_name,'])
    await run(
      `INSERT INTO ${table} updated_at, created_at) SELECT gen_random_uuid(), $studio, 'N' || n, now(), $at FROM $many`,
    );
  await run(`INSERT INTO templates (id, studio_id, name, subject, html, updated_at)
    SELECT gen_random_uuid(), $studio, 'T' || n, 'Hi', repeat('<p>x</p>', 50), now() FROM $many`);
  await run(`INSERT INTO workflows (id, studio_id, name, draft, updated_at)
    SELECT CASE n WHEN 1 THEN $workflow ELSE gen_random_uuid() END, $studio, 'W' || n, '{"steps": []}', now() FROM $many`);
  await run(
    `INSERT INTO workflow_versions (id, studio_id, workflow_id, number, definition) VALUES ($version, $studio, $workflow, 1, '{}')`,
  );
  await run(`INSERT INTO events (id, studio_id, source, source_id, type, subject_type, subject_id, occurred_at)
    SELECT gen_random_uuid(), $studio, 'test', n, 'booking.created', 'client', gen_random_uuid(), $at FROM $many`);
  await run(`INSERT INTO runs (id, studio_id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id, reentry_key,
      status, ended_at, created_at)
    SELECT gen_random_uuid(), $studio, $workflow, $version, e.id, e.seq, 1, 'client', e.subject_id, ${ofClient}, e.id::text,
      CASE WHEN e.seq % 100 = 0 THEN 'waiting' ELSE 'completed' END::run_status, CASE WHEN e.seq % 100 <> 0 THEN now() END, e.occurred_at
    FROM events e WHERE e.studio_id = $studio`);
  await run(`INSERT INTO messages (id, studio_id, brand_id, direction, message_id, from_address, subject, text, html, occurred_at)
    SELECT gen_random_uuid(), $studio, $brand, 'incoming', '<' || n || '@x.test>', 'a@x.test', 'Hi', 'Hi', '<p>Hi</p>', $at FROM $many`);
}

const filled = new Set(
  'bookings clients events inquiries invoices messages projects runs staff tasks templates vendors workflows'.split(
    ' ',
  ),
);

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** The plans of what a request asks, run once more: tables read from end to end, and blocks touched. */
async function cost(request: () => PromiseLike<unknown>) {
  calls.length = 0;
  await request();
  const statements = calls.filter(({ text }) => /^\s*(?:SELECT|WITH)/iu.test(text));
  expect(statements.length).toBeGreaterThan(0);
  const whole: string[] = [];
  let blocks = 0;
  const walk = (plan: Plan): void => {
    if (plan['Node Type'] === 'Seq Scan') whole.push(plan['Relation Name'] ?? '');
    for (const inner of plan.Plans ?? []) walk(inner);
  };
  for (const { text, values } of statements) {
    const { rows } = await database.database.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
      values,
    );
    const { Plan: plan } = rows[0]!['QUERY PLAN'][0];
    walk(plan);
    blocks += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  }
  return { whole: whole.filter((table) => filled.has(table)), blocks };
}

const page = { limit: 50 };
type List = readonly [string, (studio: string) => PromiseLike<unknown>];
const lists: readonly List[] = [
  ['bookings', (studio) => new BookingsRepository(database).list(studio, page)],
  [
    'bookings of a status',
    (studio) => new BookingsRepository(database).list(studio, { ...page, status: 'cancelled' }),
  ],
  [
    'bookings of a client',
    (studio) => new BookingsRepository(database).list(studio, { ...page, clientId: randomUUID() }),
  ],
  ['clients', (studio) => new ClientsRepository(database).list(studio, { ...page, archived: 'false' })],
  ...['wedding', 'RARE', 'of nobody'].map((tag): List => [
    `clients with the tag ${tag}`,
    (studio) => new ClientsRepository(database).list(studio, { ...page, archived: 'false', tag }),
  ]),
  ['inquiries', (studio) => new InquiriesRepository(database).list(studio, page)],
  [
    'inquiries of a client',
    (studio) => new InquiriesRepository(database).list(studio, { ...page, clientId: client }),
  ],
  ['invoices', (studio) => new InvoicesRepository(database).list(studio, page)],
  [
    'invoices of a status',
    (studio) => new InvoicesRepository(database).list(studio, { ...page, status: 'paid' }),
  ],
  ['messages', (studio) => new MessagesRepository(database).list(studio, page)],
  [
    'messages of a client',
    (studio) => new MessagesRepository(database).list(studio, { ...page, clientId: client }),
  ],
  ['projects', (studio) => new ProjectsRepository(database).list(studio, page)],
  ['runs', (studio) => new RunsRepository(database).list(studio, page)],
  [
    'runs of a workflow',
    (studio) => new RunsRepository(database).list(studio, { ...page, workflowId: workflow }),
  ],
  ['runs of a status', (studio) => new RunsRepository(database).list(studio, { ...page, status: 'failed' })],
  [
    'runs of a client',
    (studio) => new RunsRepository(database).list(studio, { ...page, clientId: randomUUID() }),
  ],
  ['events', (studio) => new EventsRepository(database).list(studio, page)],
  [
    'events of a record',
    (studio) => new EventsRepository(database).list(studio, { ...page, subjectId: client }),
  ],
  ['tasks', (studio) => new TasksRepository(database).list(studio, page)],
  ['tasks of a status', (studio) => new TasksRepository(database).list(studio, { ...page, status: 'done' })],
  [
    'tasks of a client',
    (studio) => new TasksRepository(database).list(studio, { ...page, clientId: client }),
  ],
  ['approvals', (studio) => new ApprovalsRepository(database).list(studio, { ...page, state: 'waiting' })],
  ['templates', (studio) => new TemplatesRepository(database).list(studio, { ...page, archived: 'false' })],
  ...['7199', 'nobody', 'a', '%'].flatMap((search): [string, (studio: string) => PromiseLike<unknown>][] => {
    const query = { ...page, search };
    return [
      [
        `clients with “${search}”`,
        (studio) => new ClientsRepository(database).list(studio, { ...query, archived: 'false' }),
      ],
      [`bookings with “${search}”`, (studio) => new BookingsRepository(database).list(studio, query)],
      [`inquiries with “${search}”`, (studio) => new InquiriesRepository(database).list(studio, query)],
      [`invoices with “${search}”`, (studio) => new InvoicesRepository(database).list(studio, query)],
      [`projects with “${search}”`, (studio) => new ProjectsRepository(database).list(studio, query)],
      [`tasks with “${search}”`, (studio) => new TasksRepository(database).list(studio, query)],
    ];
  }),
  ['vendors', (studio) => new VendorsRepository(database).list(studio, { ...page, archived: 'false' })],
  ['staff', (studio) => new StaffRepository(database).list(studio, { ...page, archived: 'false' })],
  ['workflows', (studio) => new WorkflowsRepository(database).list(studio, page)],
  [
    'the open runs of a workflow',
    (studio) => new WorkflowsRepository(database).runCounts(studio, [workflow]),
  ],
  [
    'the newest of what has happened',
    (studio) =>
      new MatchingRecordsRepository(database).lastEvents(studio, 'booking.created', null, 'newest').next(),
  ],
];

describe.each([
  ['a large studio', large],
  ['a studio that has nothing, beside large ones', empty],
])('in %s', (_name, studio) => {
  it.each(lists)('a page of %s reads no table whole', async (name, list) => {
    const { whole, blocks } = await cost(() => list(studio));
    expect(whole).toEqual([]);
    // Five hundred events with all around them are looked up one by one.
    expect(blocks).toBeLessThan(name.startsWith('the newest') ? 20_000 : MOST_BLOCKS);
  });
});
