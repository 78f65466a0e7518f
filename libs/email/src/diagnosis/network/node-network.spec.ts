import { once } from 'node:events';
import net from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { nodeNetwork, type Egress } from './node-network.js';

class Inside extends Error {}
const open: net.Server[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

const egress = (refuses: boolean): Egress => ({
  lookup: (_host, { all }, done) =>
    all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
  guard: (socket, refuse) =>
    void socket.once('connect', () => refuses && refuse(new Inside('127.0.0.1 is inside'))),
  isRefusal: (error) => error instanceof Inside,
});
const signal = new AbortController().signal;

async function listening(): Promise<number> {
  const server = net
    .createServer((socket) => socket.on('error', () => undefined).end('220 hello\r\n'))
    .listen(0, '127.0.0.1');
  open.push(server);
  await once(server, 'listening');
  return (server.address() as net.AddressInfo).port;
}

it('connects to what the lookup gives', async () => {
  const socket = await nodeNetwork(egress(false)).connect('mail.studio.test', await listening(), signal);
  const [said] = (await once(socket, 'data')) as [Buffer];
  expect(said.toString()).toBe('220 hello\r\n');
  socket.destroy();
});

it.each(['mail.studio.test', '127.0.0.1'])(
  'does not connect to %s where the guard refuses it',
  async (host) =>
    expect(nodeNetwork(egress(true)).connect(host, await listening(), signal)).rejects.toMatchObject({
      code: 'EREFUSEDHOST',
    }),
);

it('looks up no host that the lookup refuses', async () => {
  const refusing: Egress = {
    ...egress(true),
    lookup: (_host, _options, done) => done(new Inside('inside'), '', 4),
  };
  await expect(nodeNetwork(refusing).addresses('mail.studio.test')).rejects.toMatchObject({
    code: 'EREFUSEDHOST',
  });
  expect(await nodeNetwork(refusing).fetchText(new URL('https://mail.studio.test/'), signal)).toBeUndefined();
});

it('gives up a connection with its caller', async () => {
  const gone = AbortSignal.abort(new Error('called off'));
  await expect(nodeNetwork(egress(false)).connect('127.0.0.1', await listening(), gone)).rejects.toThrow(
    'called off',
  );
});
