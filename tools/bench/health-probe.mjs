/** Asks an address every few milliseconds until it is told that it is enough, then says how long each answer took. */
import http from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const EVERY_MS = 5;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const ask = () =>
  new Promise((resolve, reject) => {
    const since = performance.now();
    http
      .get(workerData, { agent }, (response) =>
        response.resume().on('end', () => resolve(performance.now() - since)),
      )
      .on('error', reject);
  });
let enough = false;
parentPort.once('message', () => (enough = true));
await ask();
parentPort.postMessage('ready');
const waits = [];
while (!enough) {
  waits.push(await ask());
  await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
}
parentPort.postMessage(waits);
