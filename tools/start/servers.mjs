import { Sentence } from '../provision/sentence.mjs';
import * as postgres from '../provision/postgres.mjs';
import * as temporal from '../provision/temporal.mjs';
import { chownSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The embedded PostgreSQL, or the one that DATABASE_URL names. @returns {Promise<string>} its URL */
export async function startPostgres({ root, state, ports, external }, secrets, supervisor) {
  if (external.database) return external.database;
  const binaries = await postgres.postgresBinaries(root);
  const dataDir = path.join(reachableFor(state), 'postgres');
  postgres.initialiseCluster({ binaries, dataDir, password: secrets.postgresPassword });
  const command = postgres.serverCommand({ binaries, dataDir, port: ports.postgres });
  const url = `postgresql://cueline:${encodeURIComponent(secrets.postgresPassword)}@127.0.0.1:${ports.postgres}/cueline`;
  const admin = url.replace(/\/cueline$/, '/postgres');
  const child = supervisor.start({
    name: 'postgres',
    ...command,
    stopSignal: 'SIGINT',
    retryWhen: postgres.isLeftoverBackends,
  });
  await postgres.untilAccepting({ url: admin, child, timeoutMs: 60_000 });
  return url;
}

/** As root the server runs as nobody, who must be able to walk down to its data. */
function reachableFor(state) {
  if (process.getuid?.() !== 0) return state;
  for (let at = state; at !== path.dirname(at); at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) {
      throw new Sentence(
        `As root, PostgreSQL runs as another user, who cannot reach ${at}.`,
        'Set CUELINE_STATE to a folder that everybody may pass, or start as an ordinary user.',
      );
    }
  }
  mkdirSync(path.join(state, 'postgres-home'), { recursive: true });
  const home = path.join(state, 'postgres-home');
  chownSync(home, postgres.UNPRIVILEGED, postgres.UNPRIVILEGED);
  return home;
}

/** The embedded Temporal server, or the one that TEMPORAL_ADDRESS names. @returns {Promise<string>} its address */
export async function startTemporal({ state, ports, external, namespace }, supervisor, progress) {
  if (external.temporal) return external.temporal;
  const program = await temporal.temporalProgram(progress);
  mkdirSync(path.join(state, 'temporal'), { recursive: true });
  const databaseFile = path.join(state, 'temporal', 'temporal.db');
  const command = temporal.serverCommand({
    program,
    port: ports.temporal,
    databaseFile,
    uiPort: ports.temporalUi,
  });
  const child = supervisor.start({ name: 'temporal', ...command });
  const address = `127.0.0.1:${ports.temporal}`;
  await temporal.untilServing({ address, namespace, child });
  return address;
}
