import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ScriptedImapServer, type ImapCommand, type ImapScript } from '@cueline/testkit/scripted-imap-server';
import { until } from '@cueline/testkit/until';
import { TestStudio } from '../../studio.fixture.js';
import { hasRealTimes, MailboxRow, WatchWorker } from './watch-suite.fixture.js';

jest.setTimeout(180_000);

let server: ScriptedImapServer;
let mailbox: MailboxRow;
let studio: TestStudio;
let worker: WatchWorker;
beforeEach(async () => {
  [server, studio] = await Promise.all([ScriptedImapServer.start(), TestStudio.open()]);
  mailbox = new MailboxRow(studio, randomUUID());
  await mailbox.insert(server);
  worker = await WatchWorker.start(studio.url);
});
afterEach(async () => {
  await worker.stop();
  await server.stop();
  await studio.close();
});

/** The server says it whenever a command of this name comes. */
const says =
  (name: string, answer: (command: ImapCommand) => string | null | undefined): ImapScript =>
  (command) =>
    command.name === name ? answer(command) : undefined;
const no = (words: string) => (command: ImapCommand) => `${command.tag} NO ${words}`;
const connect = () => mailbox.withPassword('right');
const texts = async () =>
  (
    await studio.rows<{ text: string }>(`SELECT convert_from(content, 'UTF8') AS text FROM intake ORDER BY 1`)
  ).map(({ text }) => /Text \d+/.exec(text)?.[0]);
const placed = () => studio.rows('SELECT uid FROM placements WHERE gone_at IS NULL');
const journal = async () =>
  (await studio.rows<{ what: string }>(`SELECT fact->>'what' AS what FROM mail_journal`)).map(
    ({ what }) => what,
  );

describe('a mailbox whose server is in the way says so', () => {
  test.each<[string, ImapScript, string, string, string]>([
    ['a drop after the sign-in', says('LIST', () => null), 'waiting', 'dropped', ''],
    ['a server that never greets', says('GREETING', () => ''), 'waiting', 'silent', 'TIMEOUT'],
    ['a sign-in without an answer', says('LOGIN', () => ''), 'waiting', 'silent', 'ETIMEOUT'],
    [
      'a goodbye instead of a greeting',
      says('GREETING', () => '* BYE [UNAVAILABLE] Too many connections'),
      ...(['waiting', 'busy', 'Too many connections'] as const),
    ],
    [
      'throttling by its code',
      says('LOGIN', no('[LIMIT] Slow down')),
      ...(['waiting', 'busy', 'Slow down'] as const),
    ],
    [
      'a wrong password, or throttling that calls it so',
      says('LOGIN', no('[AUTHENTICATIONFAILED] Invalid credentials')),
      ...(['waiting', 'signIn', 'Invalid credentials'] as const),
    ],
    [
      'authenticated but not connected',
      says('EXAMINE', ({ tag }) => `${tag} BAD User is authenticated but not connected.`),
      ...(['waiting', 'busy', 'not connected'] as const),
    ],
    [
      'half of a mail, and then silence',
      says('UID FETCH', ({ args }) =>
        args.includes('[]') ? '* 1 FETCH (UID 1 BODY[] {5000}\r\nSubject: 1' : undefined,
      ),
      ...(['waiting', 'silent', 'ETIMEOUT'] as const),
    ],
  ])('%s', async (name, script, state, cause, reply) => {
    server.put(1);
    server.script = script;
    await connect();
    const look = await mailbox.until(state);
    expect(look).toMatchObject({ cause, reply: expect.stringContaining(reply) });
    if (!name.startsWith('half')) expect(look.proven_at).toBeNull();
    expect(look.waiting_until!.getTime()).toBeGreaterThan(Date.now() - 2_000);
  });

  test('nobody listens on its port', async () => {
    await server.stop();
    await connect();
    expect(await mailbox.until('waiting')).toMatchObject({ cause: 'unreachable', reply: 'ECONNREFUSED' });
  });

  test('and catches up by itself when it is over', async () => {
    server.put(2);
    server.script = says('LOGIN', ({ tag, times }) =>
      times < 3 ? `${tag} NO [UNAVAILABLE] Backend is away` : undefined,
    );
    await connect();
    await mailbox.until('waiting');
    expect(await mailbox.until('live')).toMatchObject({ cause: null, reply: null, waiting_until: null });
    expect(await texts()).toEqual(['Text 1', 'Text 2']);
  });
});

describe('a mailbox whose server lies is read all the same', () => {
  test.each<[string, string, ImapScript]>([
    ['it refuses ID', 'IMAP4rev1 IDLE ID', says('ID', ({ tag }) => `${tag} BAD empty ID`)],
    [
      'its LIST takes no options',
      'IMAP4rev1 IDLE LIST-EXTENDED LIST-STATUS',
      says('LIST', ({ tag, args }) => (args.includes('RETURN') ? `${tag} BAD RETURN` : undefined)),
    ],
    [
      'a folder has a name that is no UTF-7',
      'IMAP4rev1 IDLE',
      says('LIST', ({ tag }) =>
        ['* LIST () "/" INBOX', '* LIST (\\Noselect) "/" "&ZZ-&"', `${tag} OK`].join('\r\n'),
      ),
    ],
    [
      'it says no UIDNEXT',
      'IMAP4rev1 IDLE',
      ({ name, tag }) =>
        name === 'EXAMINE'
          ? `* 3 EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n${tag} OK opened`
          : name === 'STATUS'
            ? `* STATUS INBOX (MESSAGES 3)\r\n${tag} OK`
            : undefined,
    ],
    ['it has no IDLE', 'IMAP4rev1', () => undefined],
  ])('%s', async (_, capabilities, script) => {
    Object.assign(server, { capabilities, script });
    server.put(3);
    await connect();
    await mailbox.until('live');
    await until('all is here', async () => (await texts()).length === 3, 5_000);
    expect(await texts()).toEqual(['Text 1', 'Text 2', 'Text 3']);
  });

  test('an OK without the mail is no mail: the others come, and it stays missing', async () => {
    server.put(3);
    server.script = says('UID FETCH', ({ tag, args }) =>
      args.includes('[]')
        ? server.mails
            .filter(({ uid }) => uid !== 2)
            .map(({ uid, text }) => `* ${uid} FETCH (UID ${uid} BODY[] {${text.length}}\r\n${text})`)
            .concat(`${tag} OK done`)
            .join('\r\n')
        : undefined,
    );
    await connect();
    expect(await mailbox.until('live')).toMatchObject({ cause: null });
    await until('progress', async () => (await mailbox.look()).import_done === 2, 5_000);
    expect(await texts()).toEqual(['Text 1', 'Text 3']);
    expect(await mailbox.look()).toMatchObject({ import_total: 3 });
  });

  test('an empty answer of a search for 80 mails removes none', async () => {
    server.capabilities = 'IMAP4rev1 IDLE ESEARCH';
    server.put(80);
    await connect();
    await mailbox.until('live');
    server.script = says('UID SEARCH', ({ tag }) => `* ESEARCH (TAG "${tag}") UID\r\n${tag} OK done`);
    await studio.rows('UPDATE mail_folders SET compared_at = NULL');
    await mailbox.change(`address = 'other@studio.example'`);
    const isLookedAt = async () =>
      (await studio.rows('SELECT 1 FROM mail_folders WHERE compared_at IS NOT NULL')).length > 0;
    await until('it is compared', isLookedAt, 10_000);
    expect(await placed()).toHaveLength(80);
    expect((await mailbox.look()).state).toBe('live');
  });

  test('a MODSEQ that falls is noted, and nothing is lost', async () => {
    Object.assign(server, { capabilities: 'IMAP4rev1 IDLE ENABLE CONDSTORE', modSeq: 50 });
    server.put(2);
    await connect();
    await mailbox.until('live');
    server.modSeq = 7;
    await mailbox.change(`address = 'other@studio.example'`);
    await until('it is noted', async () => (await journal()).includes('modSeqFell'), 10_000);
    expect(await placed()).toHaveLength(2);
    await mailbox.until('live');
  });

  test('other numbers for the same mails are no news', async () => {
    server.put(3);
    await connect();
    await mailbox.until('live');
    server.uidValidity = 2;
    server.mails = server.mails.map((mail) => ({ ...mail, uid: mail.uid + 100 }));
    await mailbox.change(`address = 'other@studio.example'`);
    const isNew = async () => (await studio.rows('SELECT 1 FROM placements WHERE uid > 100')).length === 3;
    await until('they are placed anew', isNew, 10_000);
    await mailbox.until('live');
    expect(await texts()).toHaveLength(3);
    expect(await studio.rows('SELECT 1 FROM intake WHERE is_news')).toEqual([]);
  });
});

describe('a connection that ends while it listens', () => {
  test.each<[string, string | null]>([
    ['with a goodbye', '* BYE idle for too long'],
    ['without a word', null],
  ])('%s is made anew, and the state stays what it was', async (_, answer) => {
    server.put(1);
    await connect();
    await mailbox.until('live');
    const { since } = await mailbox.look();
    server.put(1, new Date());
    server.script = says('IDLE', ({ times }) => (times < 3 ? answer : undefined));
    await mailbox.change(`address = 'other@studio.example'`);
    await until('the new mail is here', async () => (await texts()).length === 2, 10_000);
    expect(await mailbox.look()).toMatchObject({ state: 'live', since });
  });

  test('a peer that has fallen silent is noticed', async () => {
    server.put(1);
    let isSilent = true;
    server.script = (command) => (isSilent && command.times > 0 && command.name === 'IDLE' ? '' : undefined);
    await connect();
    await mailbox.until('live');
    const connections = server.connections;
    server.put(1, new Date());
    const silentAt = Date.now();
    const limit = hasRealTimes ? 60_000 : 6_000;
    await until('it connects anew', () => Promise.resolve(server.connections > connections), 2 * limit);
    const noticedAfter = Date.now() - silentAt;
    if (hasRealTimes) console.log(`noticed after ${noticedAfter} ms`);
    expect(noticedAfter).toBeLessThan(limit);
    isSilent = false;
    await until('the new mail is here', async () => (await texts()).length === 2, 20_000);
  });
});
