/** The servers that all suites share: one PostgreSQL, one Temporal server; each suite takes a database and a namespace of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../provision/free-port.mjs';
import { postgresBinaries, startForTests, untilAccepting } from '../provision/postgres.mjs';
import { temporalProgram, timeSkippingServer } from '../provision/temporal-program.mjs';
import { serverCommand, untilServing } from '../provision/temporal.mjs';
import { makeTemplateDatabase } from './template-database.mjs';

/** @returns {Promise<{ env: Record<string, string>, ended: () => string[], stop: () => Promise<void> }>} `ended` names the servers that have died */
export async function startSharedServers({ root, progress = () => undefined }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cueline-test-'));
  chmodSync(folder, 0o755);
  const [postgresPort, temporalPort] = [await freePort(), await freePort()];
  progress('finding the servers');
  const [binaries, temporal, timeSkipping] = [
    await postgresBinaries(root),
    await temporalProgram(progress),
    await timeSkippingServer(progress),
  ];
  progress('starting PostgreSQL and Temporal');
  const postgres = startForTests({ binaries, dataDir: path.join(folder, 'postgres'), port: postgresPort });
  const command = serverCommand({ program: temporal, port: temporalPort });
  const temporalServer = spawn(command.file, command.args, {
    ...command.options,
    stdio: 'ignore',
    detached: true,
  });
  const adminUrl = `postgresql://cueline@127.0.0.1:${postgresPort}/postgres`;
  const temporalAddress = `127.0.0.1:${temporalPort}`;
  const gone = (child) => child.exitCode !== null || child.signalCode !== null;
  const ended = () =>
    [gone(postgres) && 'PostgreSQL', gone(temporalServer) && 'the Temporal server'].filter(Boolean);
  const stop = async () => {
    await Promise.all([temporalServer, postgres].map(end));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilAccepting({ url: adminUrl, child: postgres });
    progress('migrating the template database');
    await makeTemplateDatabase({ root, adminUrl });
    await untilServing({ address: temporalAddress, child: temporalServer });
  } catch (error) {
    await stop();
    throw error;
  }
  const env = {
    TEST_DATABASE_ADMIN_URL: adminUrl,
    TEST_TEMPORAL_ADDRESS: temporalAddress,
    TEST_TEMPORAL_BIN: temporal,
    TEST_TIME_SKIPPING_BIN: timeSkipping,
    TEST_POSTGRES_BIN: binaries,
  };
  return { env, ended, stop };
}

/** SIGINT is PostgreSQL's fast shutdown; what has not gone after five seconds is killed. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  const grace = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(grace);
}
