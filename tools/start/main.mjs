/** `npm start`: everything on this machine, from nothing: packages, servers, migrations, build, sample studio, product. Ctrl-C stops it all. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../provision/install.mjs';
import { Sentence } from '../provision/sentence.mjs';
import { build, migrate, seed } from './build.mjs';
import { readSecrets, readSettings } from './settings.mjs';
import { refuseTakenPorts, Supervisor, untilAnswering } from './supervisor.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const started = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

async function step(what, work) {
  const since = Date.now();
  process.stdout.write(`  ${what} …\n`);
  const result = await work();
  process.stdout.write(`  ${what}: ${seconds(since)}\n`);
  return result;
}

let supervisor;

async function stopAll(code, words) {
  if (words) console.error(`\n${words}`);
  if (supervisor) {
    console.log('\nStopping …');
    await supervisor.stop();
  }
  process.exit(code);
}

async function main() {
  const settings = readSettings(root);
  const { ports, external, state } = settings;
  const cold = !existsSync(path.join(root, 'node_modules')) || !existsSync(state);
  const secrets = readSecrets(state);
  await refuseTakenPorts([
    ['the product', ports.api, 'PORT'],
    ['the worker’s health', ports.worker, 'WORKER_HEALTH_PORT'],
    ...(external.database ? [] : [['PostgreSQL', ports.postgres, 'CUELINE_POSTGRES_PORT']]),
    ...(external.temporal ? [] : [['Temporal', ports.temporal, 'CUELINE_TEMPORAL_PORT']]),
    ...(external.smtp
      ? []
      : [
          ['the mail catcher', ports.smtp, 'CUELINE_SMTP_PORT'],
          ['the mail catcher’s pages', ports.catcher, 'CUELINE_CATCHER_PORT'],
        ]),
  ]);
  await step('packages', async () => ensureInstalled(root, (text) => console.log(`    ${text}`)));
  supervisor = new Supervisor(path.join(state, 'logs'), (words) => void stopAll(1, words));
  const servers = await import('./servers.mjs');
  const databaseUrl = await step('PostgreSQL', () => servers.startPostgres(settings, secrets, supervisor));
  const temporalAddress = await step('Temporal', () =>
    servers.startTemporal(settings, supervisor, (text) => console.log(`    ${text}`)),
  );
  await step('build', async () => build(root));
  await step('migrations', async () => migrate(root, databaseUrl));
  const catcherUrl = `http://127.0.0.1:${ports.catcher}`;
  const catcher = external.smtp
    ? {}
    : {
        SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
        SMTP_EVIDENCE_URL: catcherUrl,
        MAIL_CATCHER_URL: catcherUrl,
      };
  const env = {
    ...process.env,
    ...catcher,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: settings.namespace,
    CUELINE_SECRET: process.env.CUELINE_SECRET ?? secrets.secret,
    PORT: String(ports.api),
    WORKER_HEALTH_PORT: String(ports.worker),
    CATCHER_SMTP_PORT: String(ports.smtp),
    CATCHER_HTTP_PORT: String(ports.catcher),
    CATCHER_DIR: path.join(state, 'mail'),
  };
  await step('sample studio', async () =>
    seed(root, { ...env, SEED_OWNER_PASSWORD: secrets.ownerPassword, SEED_API_KEY: secrets.apiKey }),
  );
  await step('product', async () => {
    const node = (name, file) =>
      supervisor.start({
        name,
        file: process.execPath,
        args: [path.join(root, file)],
        options: { cwd: root, env },
      });
    if (!external.smtp)
      await untilAnswering(
        'The mail catcher',
        `${catcherUrl}/health`,
        node('mail-catcher', 'libs/email/dist/catcher/main.js'),
      );
    const worker = node('worker', 'apps/worker/dist/main.js');
    const api = node('api', 'apps/api/dist/main.js');
    await untilAnswering('The API', `http://127.0.0.1:${ports.api}/api/health/ready`, api);
    await untilAnswering('The worker', `http://127.0.0.1:${ports.worker}/health/ready`, worker);
  });
  tell(settings, secrets, cold, catcherUrl);
}

function tell({ ports, external, state }, secrets, cold, catcherUrl) {
  const here = `http://127.0.0.1:${ports.api}`;
  console.log(`
Cueline is running, after ${seconds(started)} (${cold ? 'cold' : 'warm'} start).

  open        ${here}
  sign in     owner@sample.cueline.test
  password    ${secrets.ownerPassword}
  API         ${here}/api/docs
  API key     ${secrets.apiKey}${external.smtp ? '' : `\n  mails       ${catcherUrl}/messages`}${ports.temporalUi ? `\n  Temporal    http://127.0.0.1:${ports.temporalUi}` : ''}
  logs, data  ${state}

Ctrl-C stops all of it; the data stay.`);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stopAll(0));

main().catch((error) => stopAll(1, error instanceof Sentence ? error.message : error.stack));
