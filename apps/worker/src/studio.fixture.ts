import { randomUUID } from 'node:crypto';
import { afterAll } from '@jest/globals';
import pg, { type Pool } from 'pg';
import { recordEvents } from '@cueline/database';
import type { DateTrigger, Definition, EventTrigger } from '@cueline/workflows';
import { createTestDatabase, emptyDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import { until } from '@cueline/testkit/until';
import { workerPool } from './platform/worker-pool.js';

export type Event = EventTrigger['event'];

/** For a pool's last statement to come back. */
const LEAVING_MS = 1_000;

/** A suite's database, which its tests have one after the other: a copy for each of them would cost more than most tests do. */
interface Place {
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly sweeper: pg.Client;
}
const free: Place[] = [];

async function newPlace(): Promise<Place> {
  const database = await createTestDatabase();
  const sweeper = new pg.Client({ connectionString: database.url });
  await sweeper.connect();
  return { database, pool: workerPool({ url: database.url }), sweeper };
}

async function giveUp({ database, pool, sweeper }: Place): Promise<void> {
  await sweeper.end();
  await pool.end();
  await database.drop();
}

afterAll(async () => {
  for (const place of free.splice(0)) await giveUp(place);
});

/** A studio with a brand, a client and a template in a database of its own, written as the API writes. */
export class TestStudio {
  readonly id = randomUUID();
  readonly brandId = randomUUID();
  readonly templateId = randomUUID();

  private constructor(private readonly place: Place) {}

  static async open(): Promise<TestStudio> {
    const studio = new TestStudio(free.pop() ?? (await newPlace()));
    const { id, brandId, templateId, pool } = studio;
    await pool.query(
      `INSERT INTO studios (id, slug, name, updated_at) VALUES ($1, 'sunday', 'Sunday', now())`,
      [id],
    );
    await pool.query(
      `INSERT INTO brands (id, studio_id, name, slug, is_default, zone, locale, currency, updated_at)
       VALUES ($1, $2, 'Sunday', 'sunday', true, 'Europe/Berlin', 'en-GB', 'EUR', now())`,
      [brandId, id],
    );
    await pool.query(
      `INSERT INTO templates (id, studio_id, name, subject, html, updated_at)
       VALUES ($1, $2, 'Welcome', 'About {{ booking.title }}', '<p>Hello</p>', now())`,
      [templateId, id],
    );
    return studio;
  }

  get pool(): Pool {
    return this.place.pool;
  }

  get url(): string {
    return this.place.database.url;
  }

  async rows<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return (await this.pool.query<Row>(sql, values)).rows;
  }

  /** Published at once. */
  async workflow({
    trigger,
    ...definition
  }: Partial<Omit<Definition, 'trigger'>> & {
    trigger: Omit<EventTrigger, 'type'> | DateTrigger;
  }): Promise<string> {
    const [workflow, version] = [randomUUID(), randomUUID()];
    const whole: Definition = {
      schemaVersion: 1,
      exitOn: [],
      steps: [{ id: 'pause', kind: 'wait', for: { amount: 1, unit: 'days' } }],
      ...definition,
      trigger: 'type' in trigger ? trigger : { type: 'event', ...trigger },
    };
    await this.pool.query(
      `WITH made AS (INSERT INTO workflows (id, studio_id, name, state, draft, published_version_id, updated_at)
         VALUES ($1, $2, 'W', 'published', $4, $3, now())),
       revised AS (UPDATE studios SET automation_revision = automation_revision + 1 WHERE id = $2)
       INSERT INTO workflow_versions (id, studio_id, workflow_id, number, definition) VALUES ($3, $2, $1, 1, $4)`,
      [workflow, this.id, version, JSON.stringify(whole)],
    );
    return workflow;
  }

  async client(name = 'Mara'): Promise<string> {
    const id = randomUUID();
    await this.pool.query(
      `INSERT INTO clients (id, studio_id, brand_id, first_name, email, updated_at) VALUES ($1, $2, $3, $4, $5, now())`,
      [id, this.id, this.brandId, name, `${name.toLowerCase()}@clients.test`],
    );
    return id;
  }

  async template(name: string): Promise<string> {
    const id = randomUUID();
    await this.pool.query(
      `INSERT INTO templates (id, studio_id, name, subject, html, updated_at) VALUES ($1, $2, $3, $3, '<p>Hello</p>', now())`,
      [id, this.id, name],
    );
    return id;
  }

  async booking({ clientId = '', kind = 'wedding' } = {}): Promise<string> {
    const id = randomUUID();
    await this.pool.query(
      `INSERT INTO bookings (id, studio_id, brand_id, client_id, title, kind, starts_at, ends_at, updated_at)
       VALUES ($1, $2, $3, $4, 'The day', $5, '2027-06-12T13:00Z', '2027-06-12T21:00Z', now())`,
      [id, this.id, this.brandId, clientId || (await this.client()), kind],
    );
    return id;
  }

  /** @returns the event's id */
  async event(type: Event, subjectId: string, data: object = {}, subjectType = 'booking'): Promise<string> {
    const event = {
      source: 'test',
      sourceId: randomUUID(),
      type,
      subjectType,
      subjectId,
      data,
      occurredAt: new Date(),
    };
    return (await recordEvents(this.pool, this.id, [event]))[0]!.id;
  }

  async close(): Promise<void> {
    const isAtRest = () => Promise.resolve(this.pool.idleCount === this.pool.totalCount);
    const rests = await until('the pool is at rest', isAtRest, LEAVING_MS).then(
      () => true,
      () => false,
    );
    // What is still at work would write into the next test.
    if (!rests) return giveUp(this.place);
    await emptyDatabase(this.place.sweeper);
    free.push(this.place);
  }
}
