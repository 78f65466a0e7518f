import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { hashPassword } from 'better-auth/crypto';
import pg from 'pg';
import { freePort } from '../../tools/provision/free-port.mjs';
import { ApiClient } from './api-client.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { until } from './until.js';

type Role = 'owner' | 'admin' | 'member';
const main = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const PASSWORD = 'a long enough password';

export const everyScope = [
  'events:write',
  'records:read',
  'records:write',
  'automation:read',
  'automation:write',
] as const;

/** The built API as a process of its own, on a database of the suite's own. */
export class TestApi {
  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: pg.Pool,
    private readonly process: ChildProcess,
    readonly urls: { readonly api: string; readonly database: string },
  ) {}

  /** Builds nothing: the process runs what `npm test` has built. */
  static async open(): Promise<TestApi> {
    const testDatabase = await createTestDatabase();
    const port = await freePort();
    const env = {
      ...process.env,
      DATABASE_URL: testDatabase.url,
      CUELINE_SECRET: randomBytes(32).toString('hex'),
      PORT: String(port),
    };
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const urls = { api: `http://127.0.0.1:${port}`, database: testDatabase.url };
    await until('the API answers', async () => (await fetch(`${urls.api}/api/health/ready`)).ok);
    return new TestApi(
      testDatabase,
      new pg.Pool({ connectionString: testDatabase.url, max: 2 }),
      child,
      urls,
    );
  }

  async rows<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return (await this.database.query<Row>(sql, values)).rows;
  }

  /** A studio with one brand and nobody in it. */
  async studio(name = 'Sunday'): Promise<TestTenant> {
    const [id, brandId] = [randomUUID(), randomUUID()];
    await this.database.query(`INSERT INTO studios (id, slug, name, updated_at) VALUES ($1, $2, $3, now())`, [
      id,
      `${name.toLowerCase()}-${id}`,
      name,
    ]);
    await this.database.query(
      `INSERT INTO brands (id, studio_id, name, slug, is_default, zone, locale, currency, updated_at)
       VALUES ($1, $2, $3, 'own', true, 'Europe/Berlin', 'en-GB', 'EUR', now())`,
      [brandId, id, name],
    );
    return new TestTenant(this, id, brandId);
  }

  async close(): Promise<void> {
    const gone = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await gone;
    await this.database.end();
    await this.testDatabase.drop();
  }
}

/** A studio of a test, and those who ask in its name. */
export class TestTenant {
  constructor(
    private readonly api: TestApi,
    readonly id: string,
    readonly brandId: string,
  ) {}

  /** A program with a key of these scopes. */
  async key(...scopes: readonly string[]): Promise<ApiClient> {
    return new ApiClient(this.api, { authorization: `Bearer ${await this.secret(...scopes)}` });
  }

  /** The key itself. */
  async secret(...scopes: readonly string[]): Promise<string> {
    const key = `cue_${randomBytes(24).toString('hex')}`;
    const hash = createHash('sha256').update(key).digest('hex');
    await this.api.database.query(
      `INSERT INTO api_keys (id, studio_id, name, prefix, hash, scopes) VALUES ($1, $2, 'Test', $3, $4, $5)`,
      [randomUUID(), this.id, key.slice(0, 8), hash, scopes.length > 0 ? scopes : everyScope],
    );
    return key;
  }

  /** A person who has signed in. */
  async person(
    role: Role,
    email = `${role}-${randomUUID()}@people.test`,
  ): Promise<ApiClient & { readonly email: string; readonly memberId: string }> {
    const [userId, memberId] = [randomUUID(), randomUUID()];
    await this.api.database.query(
      `WITH person AS (INSERT INTO users (id, name, email, updated_at) VALUES ($1, $2, $3, now()) RETURNING id),
         account AS (INSERT INTO auth_accounts (id, account_id, provider_id, user_id, password, updated_at)
           SELECT $1, $1, 'credential', id, $4, now() FROM person)
       INSERT INTO members (id, studio_id, user_id, role) SELECT $5, $6, id, $7::member_role FROM person`,
      [userId, `The ${role}`, email, await hashPassword(PASSWORD), memberId, this.id, role],
    );
    return Object.assign(await signIn(this.api, email), { email, memberId });
  }
}

/** Sign-ins are counted by address: everybody comes from another, as the proxy on loopback says. */
const someAddress = () => `10.${[...randomBytes(3)].join('.')}`;

/** @throws Error when the sign-in is refused */
export async function signIn(
  api: Pick<TestApi, 'urls'>,
  email: string,
  password = PASSWORD,
): Promise<ApiClient> {
  const response = await fetch(`${api.urls.api}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': someAddress() },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status}`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return new ApiClient(api, { cookie: cookie.join('; ') });
}
