import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import autocannon from 'autocannon';
import { nodeProgram } from '../start/node-program.mjs';
import { API_KEY } from './stack.mjs';

const SECONDS = 8;
const CONNECTIONS = 10;

const event = (bookingId) => ({
  specversion: '1.0',
  id: randomUUID(),
  source: 'bench',
  type: 'booking.confirmed',
  subject: `booking/${bookingId}`,
  data: {},
});

/** Events about one record after the other. */
async function load(url, headers, bookingIds) {
  let sent = 0;
  const run = autocannon({
    url,
    method: 'POST',
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { 'content-type': 'application/json', ...headers },
    setupClient: (client) => {
      const next = () => client.setBody(JSON.stringify(event(bookingIds[sent++ % bookingIds.length])));
      next();
      client.on('response', next);
    },
  });
  const result = await run;
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers were no success`);
  return result.requests.average;
}

/** Events accepted per second: ours, and a bare route with one INSERT, one after the other on the same PostgreSQL. */
export async function intake(stack, bookingIds) {
  const floorProgram = nodeProgram(stack.root, 'tools/bench/floors/bare-intake.mjs');
  const floorProcess = spawn(floorProgram.file, [...floorProgram.args, stack.database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(floorProcess.stdout, 'data');
  const { port } = JSON.parse(line.toString());
  await load(`http://127.0.0.1:${port}/events`, {}, bookingIds);
  const floor = await load(`http://127.0.0.1:${port}/events`, {}, bookingIds);
  floorProcess.kill('SIGKILL');
  const headers = { authorization: `Bearer ${API_KEY}` };
  await load(`${stack.apiUrl}/api/v1/events`, headers, bookingIds);
  const ours = await load(`${stack.apiUrl}/api/v1/events`, headers, bookingIds);
  return { floor, ours, ratio: ours / floor };
}
