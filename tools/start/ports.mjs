import net from 'node:net';
import { Sentence } from '../provision/sentence.mjs';

/** What keeps the port from being listened on: an error code, or undefined. @returns {Promise<string | undefined>} */
const obstacle = (port) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });

const sentences = {
  EADDRINUSE: 'is taken',
  EACCES: 'may not be opened by this user',
};

/**
 * Refuses to start over something that listens already; names every such port at once.
 * @param {{ what: string, port: number, variable: string }[]} wanted
 */
export async function refuseTakenPorts(wanted) {
  const refused = [];
  for (const { what, port, variable } of wanted) {
    const twin = wanted.find((other) => other.port === port && other.variable !== variable);
    const code = await obstacle(port);
    if (twin) refused.push(`Port ${port}, for ${what} (${variable}), is also ${twin.variable}.`);
    else if (code)
      refused.push(`Port ${port}, for ${what} (${variable}), ${sentences[code] ?? `fails: ${code}`}.`);
  }
  if (refused.length > 0)
    throw new Sentence(
      refused.join('\n'),
      'Stop what listens there, set the variable named to another port, or move all ports at once by CUELINE_PORT_OFFSET=100.',
    );
}
