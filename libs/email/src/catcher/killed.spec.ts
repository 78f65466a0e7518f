import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { composeMail } from '../smtp/index.js';
import { nodemailerTransport } from '../smtp/nodemailer-transport.js';
import { transpiled } from '../transpiled.fixture.js';
import { MailStore } from './index.js';

const code = transpiled('catcher', 'templates/language');
const folder = mkdtempSync(path.join(tmpdir(), 'catcher-killed-'));
afterAll(() => {
  code.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function start(smtp: number, http: number): ChildProcess {
  const env = {
    ...process.env,
    CATCHER_DIR: folder,
    CATCHER_SMTP_PORT: String(smtp),
    CATCHER_HTTP_PORT: String(http),
  };
  return spawn(process.execPath, [fileURLToPath(code.url('catcher/main.js'))], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

it('has every mail it said yes to, however it ended', async () => {
  const [smtp, http] = [await freePort(), await freePort()];
  const catcher = start(smtp, http);
  await once(catcher.stdout!, 'data');
  const transport = nodemailerTransport({ url: `smtp://127.0.0.1:${smtp}` });
  const accepted: string[] = [];

  // When it is killed while mails come in, four at a time
  await Promise.all(
    Array.from({ length: 4 }, async (_, lane) => {
      for (let n = 0; n < 50; n++) {
        const messageId = `<${lane}-${n}@example.test>`;
        const address = { name: 'Jo', address: 'jo@example.test' };
        const message = await composeMail({
          ...{ from: address, to: address, subject: 'Hi', html: '<p>Hi</p>', text: 'Hi', messageId },
          date: new Date(0),
        });
        const envelope = { from: address.address, to: address.address };
        const outcome = await transport.deliver({
          envelope,
          message,
          onHandOver: () => Promise.resolve(true),
        });
        if (outcome.type !== 'accepted') return;
        if (accepted.push(messageId) === 60) catcher.kill('SIGKILL');
      }
    }),
  );
  transport.close();
  if (catcher.signalCode === null) await once(catcher, 'exit');

  // Then each accepted one is there, once
  const store = new MailStore(folder, (file, problem) => {
    throw new Error(`${file}: ${problem}`);
  });
  expect(accepted.length).toBeGreaterThanOrEqual(60);
  expect(accepted.filter((messageId) => store.list({ messageId }).total !== 1)).toEqual([]);
}, 30_000);
