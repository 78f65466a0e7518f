import { once } from 'node:events';
import net from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { AddressRefused, onlyPublic, refuseInside, type Lookup } from './index.js';

const leadingTo =
  (...addresses: string[]): Lookup =>
  (_host, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: net.isIP(address) })),
    );

const looked = (lookup: Lookup, options = {}) =>
  new Promise<unknown>((resolve) =>
    onlyPublic(lookup)('hooks.example', options, (error, found) => resolve(error ?? found)),
  );

describe('a name that is looked up', () => {
  it('gives its public addresses', async () => {
    expect(await looked(leadingTo('93.184.216.34', '2606:4700::1'), { all: true })).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '2606:4700::1', family: 6 },
    ]);
    expect(await looked(leadingTo('93.184.216.34', '2606:4700::1'), { family: 6 })).toBe('2606:4700::1');
  });

  it.each([['127.0.0.1'], ['10.1.2.3'], ['169.254.169.254'], ['::1'], ['::ffff:10.0.0.1'], ['fd00::1']])(
    'is refused when one of them is %s',
    async (inside) => {
      const refused = await looked(leadingTo('93.184.216.34', inside), { all: true });
      expect(refused).toBeInstanceOf(AddressRefused);
      expect(refused).toMatchObject({ address: inside });
    },
  );

  it('without an address of the family says that it has none', async () => {
    expect(await looked(leadingTo('93.184.216.34'), { family: 6 })).toMatchObject({ code: 'ENOTFOUND' });
  });
});

it('a socket that has reached a machine inside is refused before anything is written', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1');
  const refused = await new Promise((resolve) => refuseInside(socket, resolve));
  expect(refused).toMatchObject({ address: '127.0.0.1' });
  socket.destroy();
  server.close();
});
