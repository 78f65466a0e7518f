import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { nodeProgram } from './node-program.mjs';
import { untilAnswering } from './until-answering.mjs';

/** Starts the mail catcher (unless SMTP_URL names a server), the worker and the API, and waits until all of them are ready. */
export async function startProduct({ root, state, ports, external, namespace }, secrets, urls, supervisor) {
  const catcherUrl = `http://127.0.0.1:${ports.catcher}`;
  const catcher = {
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SMTP_EVIDENCE_URL: catcherUrl,
    MAIL_CATCHER_URL: catcherUrl,
  };
  const mails = path.join(state, 'mail');
  mkdirSync(mails, { recursive: true, mode: 0o700 });
  const env = {
    ...process.env,
    ...(external.smtp ? {} : catcher),
    DATABASE_URL: urls.database,
    TEMPORAL_ADDRESS: urls.temporal,
    TEMPORAL_NAMESPACE: namespace,
    CUELINE_SECRET: process.env.CUELINE_SECRET || secrets.secret,
    PORT: String(ports.api),
    WORKER_HEALTH_PORT: String(ports.worker),
    CATCHER_SMTP_PORT: String(ports.smtp),
    CATCHER_HTTP_PORT: String(ports.catcher),
    CATCHER_DIR: mails,
  };
  const node = (name, file) =>
    supervisor.start({
      name,
      ...nodeProgram(root, file),
      options: { cwd: root, env },
    });
  if (!external.smtp) {
    const process = node('mail-catcher', 'libs/email/dist/catcher/main.js');
    await untilAnswering('The mail catcher', `${catcherUrl}/health`, process);
  }
  const worker = node('worker', 'apps/worker/dist/main.js');
  const api = node('api', 'apps/api/dist/main.js');
  await untilAnswering('The API', `http://127.0.0.1:${ports.api}/api/health/ready`, api);
  await untilAnswering('The worker', `http://127.0.0.1:${ports.worker}/health/ready`, worker);
}
