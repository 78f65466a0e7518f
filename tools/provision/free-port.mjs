import { randomInt } from 'node:crypto';
import net from 'node:net';

/** Below the ports that the system gives to whoever connects (Linux: from 32,768): nobody is given one of these between being asked about and being used. */
const [FIRST, END] = [10_000, 32_000];

/** A TCP port on loopback that was free a moment ago. @returns {Promise<number>} */
export async function freePort() {
  for (;;) {
    const port = randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
}

/** @returns {Promise<boolean>} */
const isFree = (port) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
