import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refuseOldNode } from '../../tools/provision/install.mjs';
import { wordsFor } from '../../tools/provision/sentence.mjs';
import { reachDatabase, reachMailServer, reachTemporal } from '../../tools/start/external.mjs';
import { refuseTakenPorts } from '../../tools/start/ports.mjs';
import { readSettings, wantedPorts } from '../../tools/start/settings.mjs';
import { required } from '../support/required-env.js';

const sockets: net.Socket[] = [];
const listener = net.createServer((socket) => sockets.push(socket.on('error', () => undefined)));
let taken: number;
let closed: number;

beforeAll(async () => {
  const port = (server: net.Server): number => (server.address() as net.AddressInfo).port;
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  taken = port(listener);
  const other = net.createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  closed = port(other);
  await new Promise((resolve) => other.close(resolve));
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => listener.close(resolve));
});

describe('a taken port', () => {
  it('is told with its part, its number and its variable, all of them at once', async () => {
    const wanted = [
      { what: 'the product', port: taken, variable: 'PORT' },
      { what: 'PostgreSQL', port: closed, variable: 'CUELINE_POSTGRES_PORT' },
      { what: 'Temporal', port: taken, variable: 'CUELINE_TEMPORAL_PORT' },
    ];
    const refusal = refuseTakenPorts(wanted);
    await expect(refusal).rejects.toThrow(`Port ${taken}, for the product (PORT)`);
    await expect(refusal).rejects.toThrow(`Port ${taken}, for Temporal (CUELINE_TEMPORAL_PORT)`);
    await expect(refusal).rejects.not.toThrow('PostgreSQL');
  });

  it('is looked for at every part that starts here, and at no other', () => {
    const settings = readSettings('/nowhere');
    const names = (external: object): string[] =>
      wantedPorts({ ...settings, external: { ...settings.external, ...external } }).map(
        ({ variable }) => variable,
      );
    expect(names({})).toHaveLength(6);
    expect(names({ database: 'x', temporal: 'x', smtp: 'x' })).toEqual(['PORT', 'WORKER_HEALTH_PORT']);
  });
});

describe('a server that the environment names', () => {
  const databaseUrl = (port: number): string => `postgresql://cueline:geheim@127.0.0.1:${port}/cueline`;

  it.each([
    ['no address', () => reachDatabase('localhost'), 'DATABASE_URL does not begin with postgresql://'],
    [
      'a password that is not encoded',
      () => reachMailServer('smtp://user:geheim#1@127.0.0.1:25'),
      'SMTP_URL has a user name or password with “#” in it',
    ],
    ['no database there', () => reachDatabase(databaseUrl(closed)), 'nothing listens there'],
    ['something else there', () => reachDatabase(databaseUrl(taken)), 'cannot be used'],
    ['no mail server there', () => reachMailServer(`smtp://127.0.0.1:${closed}`), 'nothing listens'],
    ['no Temporal there', () => reachTemporal(`127.0.0.1:${closed}`, 'cueline'), 'TEMPORAL_ADDRESS'],
  ])(
    '%s: says so within seconds, and no password',
    async (_what, reach, words) => {
      const since = Date.now();
      const said = await reach().then(
        () => 'nothing',
        (error: unknown) => wordsFor(error),
      );
      expect(said).toContain(words);
      expect(said).not.toContain('geheim');
      expect(said).not.toMatch(/\n\s+at /);
      expect(Date.now() - since).toBeLessThan(12_000);
    },
    20_000,
  );

  it('is taken when it answers, though the database is still to be made', async () => {
    const url = new URL(required('TEST_DATABASE_ADMIN_URL'));
    url.pathname = '/not_there_yet';
    expect(await reachDatabase(url.href)).toBe(url.href);
  });

  it('is given the namespace that it lacks', async () => {
    const address = required('TEST_TEMPORAL_ADDRESS');
    expect(await reachTemporal(address, 'start-sentences')).toBe(address);
  });
});

describe('the oldest Node', () => {
  it.each(['18.20.4', '20.18.3'])('%s is refused', (version) =>
    expect(() => refuseOldNode(version)).toThrow(`Cueline needs Node 20.19 or newer; this is ${version}.`),
  );
  it.each(['20.19.0', '22.1.0', '24.0.0'])('%s will do', (version) =>
    expect(refuseOldNode(version)).toBeUndefined(),
  );
});

describe('an error of the file system', () => {
  const failure = (code: string): Error => Object.assign(new Error(code), { code, path: '/data/x' });

  it('says what to do', () => {
    expect(wordsFor(failure('ENOSPC'))).toContain('The disk is full: /data/x');
    expect(wordsFor(failure('EACCES'))).toContain('/data/x cannot be written');
  });
});
