import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refuseOldNode } from '../../tools/provision/install.mjs';
import { refuseMissingRuntime, refuseOldRuntime } from '../../tools/provision/runtime.mjs';
import { sentenceFor } from '../../tools/provision/sentence.mjs';
import { reachDatabase, reachMailServer, reachTemporal } from '../../tools/start/external.mjs';
import { refuseTakenPorts } from '../../tools/start/ports.mjs';
import { readSettings, wantedPorts } from '../../tools/start/settings.mjs';
import { required } from '@cueline/testkit/required-env';

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
    expect(names({})).toHaveLength(7);
    expect(names({ database: 'x', temporal: 'x', smtp: 'x' })).toEqual([
      ...['PORT', 'WORKER_HEALTH_PORT', 'MAIL_RECEIVER_PORT'],
    ]);
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
    async (_what, reach, text) => {
      const since = Date.now();
      const said = await reach().then(
        () => 'nothing',
        (error: unknown) => sentenceFor(error),
      );
      expect(said).toContain(text);
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
    expect(() => refuseOldNode(version)).toThrow(
      `Cueline needs Node 20.19 or newer to install its packages; this is ${version}.`,
    ),
  );
  it.each(['20.19.0', '22.1.0', '24.0.0'])('%s will do', (version) =>
    expect(refuseOldNode(version)).toBeUndefined(),
  );
});

describe('the Node that everything runs on', () => {
  const bare = (bin?: string): string => {
    const root = mkdtempSync(path.join(tmpdir(), 'cueline-runtime-'));
    mkdirSync(path.join(root, 'node_modules/.bin'), { recursive: true });
    if (bin) writeFileSync(path.join(root, 'node_modules/.bin/node'), bin, { mode: 0o755 });
    return root;
  };

  it('is the one among the packages', () =>
    expect(refuseMissingRuntime(bare('#!/bin/sh\n'), { version: '20.19.0' })).toBeUndefined());

  it('may be the machine’s own where the registry has none for its platform', () =>
    expect(refuseMissingRuntime(bare(), { version: '22.12.0' })).toBeUndefined());

  it('is named with its platform where there is none', () =>
    expect(() => refuseMissingRuntime(bare(), { version: '22.11.0', platform: 'darwin-arm64' })).toThrow(
      'Cueline runs on Node 24, which its packages bring for most platforms but not for darwin-arm64; this is 22.11.0.\n  Install Node 24, or 22.12 at least, and start again.',
    ));

  it('is left to the machine when the one among the packages does not run on it', () => {
    const root = bare('#!/no/such/loader\n');
    expect(refuseMissingRuntime(root, { version: '24.1.0' })).toBeUndefined();
    expect(existsSync(path.join(root, 'node_modules/.bin/node'))).toBe(false);
  });

  it('is not the one that installs', () => {
    expect(() => refuseOldRuntime('20.20.2')).toThrow(
      'This is Node 20.20.2, which only installs the packages.\n  Use `npm start`, which runs Cueline on the Node 24 that comes with them.',
    );
    expect(refuseOldRuntime('24.22.3')).toBeUndefined();
  });
});

describe('an error of the file system', () => {
  const failure = (code: string): Error => Object.assign(new Error(code), { code, path: '/data/x' });

  it('says what to do', () => {
    expect(sentenceFor(failure('ENOSPC'))).toContain('The disk is full: /data/x');
    expect(sentenceFor(failure('EACCES'))).toContain('/data/x cannot be written');
  });
});
