/** The product's parts as in production, on throw-away data with full durability: one PostgreSQL, one Temporal, one catcher, one worker, one API. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../provision/free-port.mjs';
import * as postgres from '../provision/postgres.mjs';
import { temporalProgram } from '../provision/temporal-program.mjs';
import * as temporal from '../provision/temporal.mjs';
import { migrate, seed } from '../start/build.mjs';
import { nodeProgram } from '../start/node-program.mjs';
import { productEnv } from '../start/product-env.mjs';
import { untilAnswering } from '../start/until-answering.mjs';

export const API_KEY = 'cue_bench_key';

export async function startStack(root) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cueline-bench-'));
  chmodSync(folder, 0o755);
  const log = openSync(path.join(folder, 'log'), 'a');
  const children = [];
  const parts = {};
  const launch = (part, file, args, options = {}) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', log, log] });
    children.push(child);
    parts[part] = child;
    return child;
  };
  const [pg, temporalPort, smtp, catcher, worker, api] = await Promise.all(
    Array.from({ length: 6 }, () => freePort()),
  );
  const binaries = await postgres.postgresBinaries(root);
  const dataDir = path.join(folder, 'postgres');
  postgres.initialiseCluster({ binaries, dataDir, password: null });
  const pgCommand = postgres.serverCommand({ binaries, dataDir, port: pg });
  const admin = `postgresql://cueline@127.0.0.1:${pg}/postgres`;
  await postgres.untilAccepting({
    url: admin,
    child: launch('postgres', pgCommand.file, pgCommand.args, pgCommand.options),
  });
  const database = admin.replace(/postgres$/, 'cueline');
  const program = await temporalProgram();
  const temporalFile = path.join(folder, 'temporal.db');
  const temporalCommand = temporal.serverCommand({
    program,
    port: temporalPort,
    databaseFile: temporalFile,
  });
  const temporalAddress = `127.0.0.1:${temporalPort}`;
  await temporal.untilServing({
    address: temporalAddress,
    namespace: 'cueline',
    child: launch('temporal', temporalCommand.file, temporalCommand.args, temporalCommand.options),
  });
  await migrate(root, database);
  const catcherUrl = `http://127.0.0.1:${catcher}`;
  const env = productEnv({
    database,
    temporal: temporalAddress,
    secret: 'a secret for the bench that is long enough',
    ports: { api, worker, smtp, catcher },
    mailFolder: path.join(folder, 'mail'),
  });
  await seed(root, { ...env, SEED_OWNER_PASSWORD: 'bench password', SEED_API_KEY: API_KEY });
  const node = async (name, file, url) => {
    const program = nodeProgram(root, file);
    const child = launch(name, program.file, program.args, { env });
    await untilAnswering(name, url, child);
    return child;
  };
  return {
    root,
    database,
    temporalAddress,
    /** Its database; what is written ahead stands beside it in `-wal`. */
    temporalFile,
    catcherUrl,
    apiUrl: `http://127.0.0.1:${api}`,
    env,
    /** The processes by name, as they are started. */
    parts,
    startCatcher: () => node('catcher', 'libs/email/dist/program/main.js', `${catcherUrl}/health`),
    startWorker: () =>
      node('worker', 'apps/worker/dist/program/main.js', `http://127.0.0.1:${worker}/health/ready`),
    startApi: () => node('api', 'apps/api/dist/program/main.js', `http://127.0.0.1:${api}/api/health/ready`),
    async stop() {
      for (const child of children.reverse()) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
