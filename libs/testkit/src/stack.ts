import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, seed } from '../../../tools/start/build.mjs';
import { nodeProgram } from '../../../tools/start/node-program.mjs';
import { productEnv } from '../../../tools/start/product-env.mjs';
import { freePort } from '../../../tools/provision/free-port.mjs';
import * as postgres from '../../../tools/provision/postgres.mjs';
import * as temporal from '../../../tools/provision/temporal.mjs';
import { required } from './required-env.js';
import { createSampleDatabase, sample } from './sample-database.js';
import { TestNamespace } from './test-namespace.js';
import { until } from './until.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const LEFTOVER_TRIES = 60;
export type Part = 'postgres' | 'temporal' | 'catcher' | 'worker' | 'api';

interface Command {
  readonly file: string;
  readonly args: string[];
  readonly options?: SpawnOptions;
  readonly ready: (child: ChildProcess) => Promise<void>;
}

export interface StackOptions {
  /** PostgreSQL and Temporal of the stack's own, which it may kill. */
  readonly ownServers?: boolean;
  /** More variables of the processes. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The product's processes, each of which can be killed and started again on the same data. */
export class Stack {
  readonly #children = new Map<Part, ChildProcess>();
  readonly apiKey = sample.SEED_API_KEY;
  readonly ownerPassword = sample.SEED_OWNER_PASSWORD;

  private constructor(
    private readonly folder: string,
    private readonly commands: Partial<Record<Part, Command>>,
    readonly urls: { readonly api: string; readonly catcher: string; readonly database: string },
    private readonly leave: () => Promise<void>,
  ) {}

  /** Builds nothing: the processes run what `npm test` has built. */
  static async start({ ownServers = false, env: more = {} }: StackOptions = {}): Promise<Stack> {
    const folder = mkdtempSync(path.join(tmpdir(), 'cueline-stack-'));
    chmodSync(folder, 0o755);
    const servers = ownServers ? await ownServersIn(folder) : await sharedServers();
    const [smtp, catcher, worker, api] = await Promise.all(Array.from({ length: 4 }, () => freePort()));
    const urls = {
      api: `http://127.0.0.1:${api}`,
      catcher: `http://127.0.0.1:${catcher}`,
      database: servers.database,
    };
    const env = {
      ...productEnv({
        database: servers.database,
        temporal: servers.temporal,
        secret: randomBytes(32).toString('hex'),
        ports: { api: api!, worker: worker!, smtp: smtp!, catcher: catcher! },
        mailFolder: path.join(folder, 'mail'),
      }),
      TEMPORAL_NAMESPACE: servers.namespace,
      ...more,
    };
    const node = (file: string, url: string): Command => ({
      ...nodeProgram(root, file),
      options: { env },
      ready: (child) =>
        until(`${file} answers`, async () => {
          if (child.signalCode !== null) return true;
          return (await fetch(url)).ok;
        }),
    });
    const commands = {
      ...servers.commands,
      catcher: node('libs/email/dist/program/main.js', `${urls.catcher}/health`),
      worker: node('apps/worker/dist/program/main.js', `http://127.0.0.1:${worker}/health/ready`),
      api: node('apps/api/dist/program/main.js', `${urls.api}/api/health/ready`),
    };
    const stack = new Stack(folder, commands, urls, servers.leave);
    if (ownServers) {
      await stack.begin('postgres');
      await migrate(root, urls.database);
      await seed(root, { DATABASE_URL: urls.database, ...sample });
      await stack.begin('temporal');
    }
    await Promise.all((['catcher', 'worker', 'api'] as const).map((part) => stack.begin(part)));
    return stack;
  }

  /** A place of the stack's own, gone with it. */
  file(name: string): string {
    return path.join(this.folder, name);
  }

  isUp(part: Part): boolean {
    const child = this.#children.get(part);
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  /** @param more of its environment */
  async begin(part: Part, more: NodeJS.ProcessEnv = {}): Promise<void> {
    const command = this.commands[part];
    if (!command)
      throw new Error(`The stack shares its ${part} server with others: start it with ownServers.`);
    const { file, args, options, ready } = command;
    mkdirSync(path.join(this.folder, 'logs'), { recursive: true });
    const log = openSync(path.join(this.folder, 'logs', `${part}.log`), 'a');
    for (let tries = 1; ; tries++) {
      const env = { ...(options?.env ?? process.env), ...more };
      const child = spawn(file, args, { ...options, env, stdio: ['ignore', log, log] });
      this.#children.set(part, child);
      try {
        return await ready(child);
      } catch (error) {
        // PostgreSQL refuses while backends of a killed server are still on their way out.
        if (part !== 'postgres' || child.exitCode === null || tries >= LEFTOVER_TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  /** kill -9, and gone. */
  async kill(part: Part): Promise<void> {
    const child = this.#children.get(part);
    if (!child) throw new Error(`The stack has no ${part} server of its own: start it with ownServers.`);
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
  }

  async stop(): Promise<void> {
    for (const part of ['api', 'worker', 'catcher', 'temporal', 'postgres'] as const)
      if (this.#children.has(part)) await this.kill(part);
    await this.leave();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Where the processes find their servers, and the commands of those that are the stack's own. */
interface Servers {
  readonly database: string;
  readonly temporal: string;
  readonly namespace: string;
  readonly commands: Partial<Record<Part, Command>>;
  readonly leave: () => Promise<void>;
}

async function ownServersIn(folder: string): Promise<Servers> {
  const [port, temporalPort] = [await freePort(), await freePort()];
  const database = `postgresql://cueline@127.0.0.1:${port}/cueline`;
  return {
    database,
    temporal: `127.0.0.1:${temporalPort}`,
    namespace: 'cueline',
    commands: {
      postgres: postgresCommand(path.join(folder, 'postgres'), port, database),
      temporal: temporalCommand(path.join(folder, 'temporal.db'), temporalPort),
    },
    leave: () => Promise.resolve(),
  };
}

/** A database and a namespace of the stack's own on the servers of all suites. */
async function sharedServers(): Promise<Servers> {
  const [database, namespace] = await Promise.all([createSampleDatabase(), TestNamespace.open()]);
  return {
    database: database.url,
    temporal: required('TEST_TEMPORAL_ADDRESS'),
    namespace: namespace.name,
    commands: {},
    leave: async () => {
      await namespace.close();
      await database.drop();
    },
  };
}

function postgresCommand(dataDir: string, port: number, url: string): Command {
  const binaries = required('TEST_POSTGRES_BIN');
  postgres.initialiseCluster({ binaries, dataDir, password: null });
  const admin = url.replace(/\/cueline$/, '/postgres');
  return {
    ...postgres.serverCommand({ binaries, dataDir, port }),
    ready: (child) => postgres.untilAccepting({ url: admin, child }),
  };
}

function temporalCommand(databaseFile: string, port: number): Command {
  const program = required('TEST_TEMPORAL_BIN');
  const address = `127.0.0.1:${port}`;
  return {
    ...temporal.serverCommand({ program, port, databaseFile }),
    ready: (child) => temporal.untilServing({ address, namespace: 'cueline', child }),
  };
}
