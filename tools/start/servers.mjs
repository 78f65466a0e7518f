import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import * as postgres from '../provision/postgres.mjs';
import { temporalProgram } from '../provision/temporal-program.mjs';
import * as temporal from '../provision/temporal.mjs';
import { reachDatabase, reachTemporal } from './external.mjs';

/** Where root's PostgreSQL keeps its data when nobody, as whom it runs, cannot walk down to the state folder. */
const ROOTS_DATA = '/var/lib/cueline';

/** The embedded PostgreSQL, or the one that DATABASE_URL names. @returns {Promise<string>} its URL */
export async function startPostgres({ root, state, ports, external }, secrets, supervisor) {
  if (external.database) return await reachDatabase(external.database);
  const binaries = await postgres.postgresBinaries(root);
  const dataDir = path.join(homeOfData(state), 'postgres');
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

/** As root the server runs as nobody, who must be able to walk down to its data: `postgres-home` is a folder, or a link to one elsewhere. */
function homeOfData(state) {
  if (process.getuid?.() !== 0) return state;
  const home = path.join(state, 'postgres-home');
  if (lstatSync(home, { throwIfNoEntry: false })) return realpathSync(home);
  if (isPassable(state)) mkdirSync(home);
  else {
    mkdirSync(ROOTS_DATA, { recursive: true });
    const elsewhere = mkdtempSync(path.join(ROOTS_DATA, 'postgres-'));
    symlinkSync(elsewhere, home);
  }
  chownSync(home, postgres.UNPRIVILEGED, postgres.UNPRIVILEGED);
  chmodSync(home, 0o700);
  return realpathSync(home);
}

function isPassable(folder) {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** The embedded Temporal server, or the one that TEMPORAL_ADDRESS names. @returns {Promise<string>} its address */
export async function startTemporal({ state, ports, external, namespace }, supervisor, progress) {
  if (external.temporal) return await reachTemporal(external.temporal, namespace);
  const program = await temporalProgram(progress, supervisor.run);
  const folder = path.join(state, 'temporal');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const command = temporal.serverCommand({
    program,
    port: ports.temporal,
    databaseFile: path.join(folder, 'temporal.db'),
    uiPort: ports.temporalUi,
  });
  const child = supervisor.start({ name: 'temporal', ...command });
  const address = `127.0.0.1:${ports.temporal}`;
  await temporal.untilServing({ address, namespace, child });
  return address;
}
