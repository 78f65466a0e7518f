import { dovecotCapabilities, ImapServer } from '@cueline/testkit/imap-server';
import { randomOf, upTo } from '../../random.fixture.js';
import { mailOf, sha256 } from '../simulated/mails.fixture.js';
import { OtherClient } from './other-client.fixture.js';
import { Reader } from './reader.fixture.js';

const without = (...names: string[]) => dovecotCapabilities.filter((one) => !names.includes(one));
const kinds = [
  ['with QRESYNC', dovecotCapabilities],
  ['with CONDSTORE', without('QRESYNC')],
  [
    'with neither, and without LIST-STATUS, ESEARCH and IDLE',
    without('QRESYNC', 'CONDSTORE', 'LIST-STATUS', 'ESEARCH', 'IDLE'),
  ],
] as const;

/** Few in every run: the simulated server tries many, and this one is real. */
const FIRST_SEED = Number(process.env['SYNC_SEED'] ?? 1);
const seeds = Array.from({ length: Number(process.env['SYNC_REAL_SEEDS'] ?? 1) }, (_, i) => FIRST_SEED + i);

describe.each(kinds)('a real server %s', (_, capabilities) => {
  let [server, other]: [ImapServer, OtherClient] = [undefined!, undefined!];

  beforeEach(async () => {
    server = await ImapServer.start(capabilities);
    other = new OtherClient(server);
  });
  afterEach(async () => {
    other.close();
    await server.stop();
  });

  test('is mirrored, and so is what others change; nothing is marked as read by looking', async () => {
    const old = new Date(Date.now() - 86_400_000);
    for (let n = 1; n <= 12; n++) await other.append('INBOX', n, n % 3 ? [] : ['\\Seen'], old);
    await other.use((client) => client.mailboxCreate('Entwürfe & Co'));
    const before = await other.everything();
    const reader = new Reader(server);
    await reader.read();
    expect(reader.known()).toEqual(before);
    expect(await other.everything()).toEqual(before);
    expect(reader.store.news).toEqual([]);

    await other.use(async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageFlagsAdd('2:4', ['\\Flagged', '$Forwarded'], { uid: true });
      await client.messageMove('5', 'Entwürfe & Co', { uid: true });
      await client.messageDelete('6:7', { uid: true });
    });
    await other.append('INBOX', 99);
    const bodies = () => reader.requests.filter(({ ask }) => ask === 'bodies').length;
    const fetched = bodies();
    await reader.read();
    expect(reader.known()).toEqual(await other.everything());
    expect(reader.store.news).toEqual([sha256(mailOf(99))]);
    // The mail that was moved is known by its header.
    expect(bodies() - fetched).toBe(1);
  });

  test('that numbers a folder anew makes nothing news, and nothing is fetched again', async () => {
    for (let n = 1; n <= 5; n++) await other.append('INBOX', n);
    const reader = new Reader(server);
    await reader.read();
    const validity = () => reader.store.folders()[0]!.uidValidity;
    const before = validity();
    const fetched = reader.requests.filter(({ ask }) => ask === 'bodies').length;
    other.close();
    server.cut();
    server.renumber('INBOX');
    await reader.read();
    expect(reader.known()).toEqual(await new OtherClient(server).everything());
    expect(validity()).not.toBe(before);
    expect(reader.store.news).toEqual([]);
    expect(reader.requests.filter(({ ask }) => ask === 'bodies')).toHaveLength(fetched);
  });

  test.each(seeds)('is followed while others work on it and connections break (seed %i)', async (seed) => {
    const random = randomOf(seed);
    const others = [other, new OtherClient(server), new OtherClient(server)];
    const reader = new Reader(server, random);
    let left = Number(process.env['SYNC_OPERATIONS'] ?? 80);
    reader.before = async () => {
      for (let some = upTo(random, 4); some > 0 && left > 0; some--, left--)
        // One whose folder another has just deleted is told no.
        await others[left % 3]!.operate(random, left).catch(() => undefined);
      if (left > 0 && random() < 0.05) server.cut();
    };
    while (left > 0) await reader.read();
    await reader.read();
    await reader.read();
    expect(reader.known()).toEqual(await other.everything());
    for (const one of others) one.close();
  });
});

describe('what listens', () => {
  test.each([
    ['hears of a new mail at once', dovecotCapabilities, 5_000],
    ['is woken by ours', dovecotCapabilities, 0],
  ])('%s', async (_, capabilities, within) => {
    const server = await ImapServer.start(capabilities);
    const other = new OtherClient(server);
    const { driver } = new Reader(server);
    await driver.answer({ ask: 'connect' });
    await driver.answer({ ask: 'open', path: 'INBOX' });
    const heard = driver.answer({ ask: 'idle', milliseconds: 60_000 });
    if (within > 0) await other.append('INBOX', 1);
    else driver.interrupt();
    expect(await heard).toEqual({ saw: 'noticed', isChange: within > 0 });
    await driver.close();
    other.close();
    await server.stop();
  });

  test('notices a connection that breaks', async () => {
    const server = await ImapServer.start();
    const { driver } = new Reader(server);
    await driver.answer({ ask: 'connect' });
    await driver.answer({ ask: 'open', path: 'INBOX' });
    const heard = driver.answer({ ask: 'idle', milliseconds: 60_000 });
    server.cut();
    expect(await heard).toEqual(expect.objectContaining({ saw: 'lost' }));
    await server.stop();
  });

  test('a server that nobody answers at is lost, not refused', async () => {
    const server = await ImapServer.start();
    const { driver } = new Reader(server);
    await server.stop();
    expect(await driver.answer({ ask: 'connect' })).toEqual(expect.objectContaining({ saw: 'lost' }));
    expect(await driver.answer({ ask: 'list' })).toEqual(
      expect.objectContaining({ saw: 'lost', why: 'NoConnection' }),
    );
  });
});
