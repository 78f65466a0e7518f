import { dovecotCapabilities, ImapServer, type DovecotCapability } from '@cueline/testkit/imap-server';
import { mailOf, sha256 } from '../simulated/mails.fixture.js';
import type { GivenWant } from '../simulated/memory-commands.fixture.js';
import { OtherClient } from './other-client.fixture.js';
import { Reader } from './reader.fixture.js';

const without = (...names: DovecotCapability[]) => dovecotCapabilities.filter((one) => !names.includes(one));
const kinds = [
  ['with all extensions', dovecotCapabilities],
  ['without CONDSTORE and QRESYNC', without('CONDSTORE', 'QRESYNC')],
  ['without MOVE', without('MOVE')],
  ['without MOVE and UIDPLUS', without('MOVE', 'UIDPLUS')],
] as const;

class Mailbox {
  constructor(
    readonly server: ImapServer,
    readonly other: OtherClient,
    readonly reader: Reader,
  ) {}

  folder(path: string) {
    return this.reader.store.folders().find((one) => one.path === path)!.id;
  }

  mail(n: number, path = 'INBOX') {
    const content = sha256(mailOf(n));
    return this.reader.store.placements.in(this.folder(path)).find((one) => one.content === content)!;
  }

  give(want: GivenWant, bytes?: Uint8Array): void {
    this.reader.store.commands.give(want, bytes);
  }

  ends() {
    return this.reader.store.commands.all.map(({ end }) => end);
  }

  /** As another program sees it: which mail, with which flags. */
  async shown(path: string): Promise<string[]> {
    const lines = (await this.other.everything())[path]!;
    return lines.map((line) => line.slice(7)).sort();
  }
}

const line = (n: number, ...flags: string[]) => `${flags.sort().join(' ')} ${sha256(mailOf(n))}`;

describe.each(kinds)('what we ask of a real server %s', (_, capabilities) => {
  const hasUidplus = capabilities.includes('UIDPLUS');
  let mailbox: Mailbox = undefined!;

  beforeEach(async () => {
    const server = await ImapServer.start(capabilities);
    const other = new OtherClient(server);
    for (const path of ['Archive', 'Trash', 'Sent', 'Drafts'])
      await other.use((client) => client.mailboxCreate(path));
    for (const n of [1, 2, 3, 4]) await other.append('INBOX', n);
    mailbox = new Mailbox(server, other, new Reader(server));
    await mailbox.reader.read();
  });
  afterEach(async () => {
    await mailbox.reader.close();
    mailbox.other.close();
    await mailbox.server.stop();
  });

  test('is done, read back, and nothing else: flags, moves, deletions', async () => {
    const { other, reader } = mailbox;
    // Another program's own affairs.
    await other.use(async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageFlagsAdd('4', ['\\Deleted'], { uid: true });
      await client.messageFlagsAdd('1', ['$Forwarded'], { uid: true });
    });
    mailbox.give({ kind: 'flags', mail: mailbox.mail(1), add: ['\\Seen', '\\Flagged'], remove: [] });
    mailbox.give({ kind: 'move', mail: mailbox.mail(2), to: mailbox.folder('Archive') });
    mailbox.give({ kind: 'move', mail: mailbox.mail(3), to: mailbox.folder('Trash') });
    await reader.read();
    const marked = hasUidplus ? [] : [line(2, '\\Deleted'), line(3, '\\Deleted')];
    expect(await mailbox.shown('INBOX')).toEqual(
      [line(1, '$Forwarded', '\\Flagged', '\\Seen'), line(4, '\\Deleted'), ...marked].sort(),
    );
    expect(await mailbox.shown('Archive')).toEqual([line(2)]);
    expect(await mailbox.shown('Trash')).toEqual([line(3)]);
    mailbox.give({ kind: 'delete', mail: mailbox.mail(3, 'Trash') });
    mailbox.give({ kind: 'flags', mail: mailbox.mail(1), add: [], remove: ['\\Seen'] });
    await reader.read();
    expect(await mailbox.shown('Trash')).toEqual(hasUidplus ? [] : [line(3, '\\Deleted')]);
    expect(await mailbox.shown('INBOX')).toContain(line(1, '$Forwarded', '\\Flagged'));
    expect(mailbox.ends().map((end) => end?.to)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(reader.known()).toEqual(await other.everything());
    expect(reader.store.news).toHaveLength(0);
  });

  test('leaves one copy of what is appended, though the connection breaks', async () => {
    const { other, reader, server } = mailbox;
    const append = (n: number, to: string, insteadOf: ReturnType<Mailbox['mail']> | null): GivenWant => ({
      ...{
        kind: 'append',
        to: mailbox.folder(to),
        flags: ['\\Seen'],
        date: Date.parse('2026-06-09T10:00:00Z'),
      },
      ...{ marks: [{ header: 'Message-ID', value: `<${n}@client.example>` }], insteadOf, isSentCopy: false },
    });
    mailbox.give(append(7, 'Sent', null), mailOf(7));
    let isCut = false;
    reader.after = (ask) => {
      if (ask.ask !== 'append' || isCut) return undefined;
      isCut = true;
      server.cut();
      return { saw: 'lost', why: 'cut', chance: 0 };
    };
    await reader.read();
    expect(await mailbox.shown('Sent')).toEqual([line(7, '\\Seen')]);
    mailbox.give(append(8, 'Drafts', null), mailOf(8));
    await reader.read();
    mailbox.give(append(9, 'Drafts', mailbox.mail(8, 'Drafts')), mailOf(9));
    await reader.read();
    expect(await mailbox.shown('Drafts')).toEqual(
      (hasUidplus ? [line(9, '\\Seen')] : [line(8, '\\Deleted', '\\Seen'), line(9, '\\Seen')]).sort(),
    );
    expect(reader.known()).toEqual(await other.everything());
    expect(reader.store.placements.in(mailbox.folder('Sent'))[0]!.at).toBe(
      Date.parse('2026-06-09T10:00:00Z'),
    );
  });

  test('that it refuses is told in its own words', async () => {
    const { other, reader } = mailbox;
    const to = mailbox.folder('Archive');
    mailbox.give({ kind: 'move', mail: mailbox.mail(1), to });
    mailbox.give({ kind: 'renameFolder', folder: to, path: 'Trash' });
    mailbox.give({ kind: 'createFolder', path: 'Weddings & Söhne' });
    mailbox.give({ kind: 'createFolder', path: 'Sent' });
    // A server that lists a folder which nobody can put anything in.
    let isGone = false;
    reader.before = async () => {
      if (isGone || reader.requests.at(-1)?.ask !== 'select') return;
      isGone = true;
      await other.use((client) => client.mailboxDelete('Archive'));
    };
    await reader.read();
    expect(mailbox.ends()).toEqual([
      expect.objectContaining({ to: 'refused' }),
      expect.objectContaining({ to: 'refused' }),
      expect.objectContaining({ to: 'done', how: 'carriedOut' }),
      expect.objectContaining({ to: 'done', how: 'asWished' }),
    ]);
    expect(Object.keys(await other.everything())).toContain('Weddings & Söhne');
    const { driver } = reader;
    await driver.answer({ ask: 'connect' });
    expect(await driver.answer({ ask: 'select', path: 'INBOX' })).toMatchObject({
      folder: { isReadOnly: false },
    });
    expect(await driver.answer({ ask: 'copy', uids: [[1, 1]], path: 'No such' })).toEqual({
      ...{ saw: 'refused', refusal: 'folder' },
      reply: expect.stringContaining("Mailbox doesn't exist: No such") as unknown,
    });
  });
});
