import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { apiKeys } from '@cueline/contracts';
import { accountToken, type AccountLink, type LinkPurpose } from '@cueline/database';
import { hashPassword } from 'better-auth/crypto';
import pg from 'pg';
import { freePort } from '../../../tools/provision/free-port.mjs';
import { ApiClient } from './api-client.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { until } from './until.js';

type Role = 'owner' | 'admin' | 'member';
const main = fileURLToPath(new URL('../../../apps/api/dist/program/main.js', import.meta.url));
export const PASSWORD = 'a long enough password';
/** Made once: it is slow on purpose. */
let passwordHash: Promise<string> | undefined;

export const everyScope = apiKeys.keyScope.options;

interface Process {
  readonly child: ChildProcess;
  readonly url: string;
}

async function startProcess(env: NodeJS.ProcessEnv): Promise<Process> {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await until('the API answers', async () => (await fetch(`${url}/api/health/ready`)).ok);
  return { child, url };
}

/** The built API as a process of its own, on a database of the suite's own. */
export class TestApi {
  readonly #processes: Process[];

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: pg.Pool,
    private readonly env: NodeJS.ProcessEnv & { readonly CUELINE_SECRET: string },
    readonly urls: { readonly api: string; readonly database: string },
    first: Process,
  ) {
    this.#processes = [first];
  }

  /** Builds nothing: the process runs what `npm test` has built. @param more of its environment */
  static async open(more: NodeJS.ProcessEnv = {}): Promise<TestApi> {
    const testDatabase = await createTestDatabase();
    const { url: database } = testDatabase;
    const env = { CUELINE_SECRET: randomBytes(32).toString('hex'), DATABASE_URL: database, ...more };
    const first = await startProcess(env);
    const pool = new pg.Pool({ connectionString: database, max: 2 });
    return new TestApi(testDatabase, pool, env, { api: first.url, database }, first);
  }

  /** The same with a studio of the suite's, and a key to it. */
  static async withStudio(): Promise<{ api: TestApi; studio: TestTenant; ask: ApiClient }> {
    const api = await TestApi.open();
    const studio = await api.studio();
    return { api, studio, ask: await studio.key() };
  }

  /** The same with two studios, and a key to each. */
  static async withTwoStudios(): Promise<{ api: TestApi; ask: ApiClient; others: ApiClient }> {
    const { api, ask } = await TestApi.withStudio();
    return { api, ask, others: await (await api.studio('Monday')).key() };
  }

  /** A second process on the same database. */
  async another(): Promise<{ readonly urls: { readonly api: string } }> {
    const next = await startProcess(this.env);
    this.#processes.push(next);
    return { urls: { api: next.url } };
  }

  /** The token in the newest mail of this purpose to an address, as the worker writes it. */
  async token(purpose: LinkPurpose, email: string): Promise<string> {
    const table = { invitation: 'invitations', passwordReset: 'password_resets' }[purpose];
    const [row] = await this.rows<AccountLink>(
      `SELECT id::text, expires_at AS "expiresAt" FROM ${table} WHERE email = $1 ORDER BY id DESC LIMIT 1`,
      email,
    );
    return accountToken(this.env.CUELINE_SECRET, purpose, row!);
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
    for (const { child } of this.#processes) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
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
    const hash = await (passwordHash ??= hashPassword(PASSWORD));
    await this.api.database.query(
      `WITH person AS (INSERT INTO users (id, name, email, email_verified, updated_at) VALUES ($1, $2, $3, true, now()) RETURNING id),
         account AS (INSERT INTO auth_accounts (id, account_id, provider_id, user_id, password, updated_at)
           SELECT $1, $1, 'credential', id, $4, now() FROM person)
       INSERT INTO members (id, studio_id, user_id, role) SELECT $5, $6, id, $7::member_role FROM person`,
      [userId, `The ${role}`, email, hash, memberId, this.id, role],
    );
    return Object.assign(await signIn(this.api, email), { email, memberId });
  }
}

/** @throws Error when the sign-in is refused */
export async function signIn(
  api: Pick<TestApi, 'urls'>,
  email: string,
  password = PASSWORD,
): Promise<ApiClient> {
  const response = await fetch(`${api.urls.api}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status}`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return new ApiClient(api, { cookie: cookie.join('; ') });
}
