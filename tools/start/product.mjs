import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { nodeProgram } from './node-program.mjs';
import { productEnv } from './product-env.mjs';
import { untilAnswering } from './until-answering.mjs';

/** Starts the mail catcher (unless SMTP_URL names a server), the worker and the API, and waits until all of them are ready. */
export async function startProduct({ root, state, ports, external, namespace }, secrets, urls, supervisor) {
  const mailFolder = path.join(state, 'mail');
  mkdirSync(mailFolder, { recursive: true, mode: 0o700 });
  const env = productEnv({
    ...urls,
    ...{ namespace, ports, mailFolder },
    secret: process.env.CUELINE_SECRET || secrets.secret,
    usesCatcher: !external.smtp,
  });
  const node = (name, file) =>
    supervisor.start({
      name,
      ...nodeProgram(root, file),
      options: { cwd: root, env },
    });
  if (!external.smtp) {
    const process = node('mail-catcher', 'libs/email/dist/program/main.js');
    await untilAnswering('The mail catcher', `http://127.0.0.1:${ports.catcher}/health`, process);
  }
  const worker = node('worker', 'apps/worker/dist/program/main.js');
  const api = node('api', 'apps/api/dist/program/main.js');
  await untilAnswering('The API', `http://127.0.0.1:${ports.api}/api/health/ready`, api);
  await untilAnswering('The worker', `http://127.0.0.1:${ports.worker}/health/ready`, worker);
}
