/** `npm start`: everything on this machine, from nothing but the packages: servers, migrations, build, sample studio, product. Ctrl-C stops it all. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseOldRuntime } from '../provision/runtime.mjs';
import { sentenceFor } from '../provision/sentence.mjs';
import { build, migrate, seed } from './build.mjs';
import { refuseEarlierDatabase } from './earlier-database.mjs';
import { reachMailServer } from './external.mjs';
import { diskIsFull, refuseFullDisk, watchDisk } from './disk.mjs';
import { refuseTakenPorts } from './ports.mjs';
import { startProduct } from './product.mjs';
import { RunFile } from './run-file.mjs';
import { startPostgres, startTemporal } from './servers.mjs';
import { makeState, readSecrets, readSettings, wantedPorts } from './settings.mjs';
import { secondsSince, step } from '../provision/step.mjs';
import { Supervisor } from './supervisor.mjs';
import { welcome } from './welcome.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** With the packages, where npm has started us. */
const started = Number(process.env.CUELINE_STARTED ?? Date.now());
const detail = (text) => console.log(`    ${text}`);

let supervisor;
let runFile;
let stopping = false;

/** The first reason to stop is the one that counts: npm passes a Ctrl-C on a second time, and parts that are stopped fail. */
async function stopAll(code, text) {
  if (stopping) return;
  stopping = true;
  if (text) console.error(`\n${text}`);
  if (supervisor) {
    console.log('\nStopping …');
    await supervisor.stop();
    runFile.release();
    console.log('Stopped.');
  }
  process.exit(code);
}

async function main() {
  refuseOldRuntime();
  const settings = readSettings(root);
  const { external, state } = settings;
  const isFirst = makeState(state);
  refuseFullDisk(state, isFirst);
  const secrets = readSecrets(state);
  runFile = new RunFile(state);
  const left = await runFile.claim();
  if (left.length > 0) console.log(`  stopped what an earlier start left running: ${left.join(', ')}`);
  supervisor = new Supervisor({
    logs: path.join(state, 'logs'),
    onDeath: (text) => void stopAll(1, diskIsFull(state) ?? text),
    onChange: (processes) => runFile.write(processes),
  });
  await refuseTakenPorts(wantedPorts(settings));
  if (external.smtp) await step('mail server', () => reachMailServer(external.smtp));
  const [database, temporal] = await Promise.all([
    step('PostgreSQL', () => startPostgres(settings, secrets, supervisor)),
    step('Temporal', () => startTemporal(settings, supervisor, detail)),
    step('build', () => build(root, supervisor.run)),
  ]);
  await refuseEarlierDatabase(root, database, settings);
  await step('migrations', () => migrate(root, database, supervisor.run));
  await step('sample studio', () =>
    seed(
      root,
      {
        DATABASE_URL: database,
        SEED_OWNER_EMAIL: settings.ownerEmail,
        SEED_OWNER_PASSWORD: secrets.ownerPassword,
        SEED_API_KEY: secrets.apiKey,
      },
      supervisor.run,
    ),
  );
  await step('product', () => startProduct(settings, secrets, { database, temporal }, supervisor));
  watchDisk(state, (text) => console.error(`\n${text}`));
  const kind = isFirst ? 'cold' : 'warm';
  console.log(
    `\nCueline is running, after ${secondsSince(started)} (${kind} start).\n\n${welcome(settings, secrets)}`,
  );
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAll(0));
// A closed terminal: what is printed goes nowhere, and must not keep the servers from being stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

main().catch((error) => stopAll(1, sentenceFor(error)));
