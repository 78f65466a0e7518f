import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MailboxCommands, type CommandPayload, type CommandPlace, type NewCommand } from '@cueline/database';
import type { MirrorStore } from '@cueline/email/imap';
import { mirrorSuite, type MirroredMailbox } from '../mirror/mirror-suite.fixture.js';

const suite = mirrorSuite();

/** Some mails in INBOX, and a folder, that are mirrored. */
async function read(mailbox: MirroredMailbox): Promise<MirrorStore> {
  for (const path of ['Archive', 'Sent']) await mailbox.other.mailboxCreate(path);
  for (const n of [1, 2, 3]) await mailbox.append(n);
  const store = mailbox.storeOf(await mailbox.take('worker'));
  await mailbox.read(store);
  return store;
}

async function placeOf({ studio }: MirroredMailbox, n: number): Promise<CommandPlace> {
  const [row] = await studio.rows<CommandPlace>(
    `SELECT p.folder_id::text AS folder, p.uid_validity::text AS "uidValidity", p.uid::int FROM placements p
     JOIN intake i ON i.mailbox_id = p.mailbox_id AND i.sha256 = p.sha256
     WHERE p.gone_at IS NULL AND convert_from(i.content, 'UTF8') LIKE $1`,
    `%Text ${n}%`,
  );
  return row!;
}

async function folder({ studio, key }: MirroredMailbox, path: string): Promise<string> {
  const [row] = await studio.rows<{ id: string }>(
    `SELECT id::text FROM mail_folders WHERE mailbox_id = $1 AND path = $2`,
    ...[key.mailboxId, path],
  );
  return row!.id;
}

async function give(
  { studio, key }: MirroredMailbox,
  payload: CommandPayload,
  content?: string,
): Promise<string> {
  const id = randomUUID();
  const command: NewCommand = {
    ...{
      id,
      mailboxId: key.mailboxId,
      key: id,
      messageId: null,
      payload,
      base: null,
      batch: null,
      undoOf: null,
    },
    content: content === undefined ? null : Buffer.from(content).toString('base64'),
  };
  await new MailboxCommands(studio.pool, studio.id).give([command], 'owner');
  return id;
}

const states = async ({ studio, key }: MirroredMailbox) =>
  (
    await studio.rows<{ state: string; reason: { code: string } | null }>(
      'SELECT state, reason FROM mailbox_commands WHERE mailbox_id = $1 ORDER BY seq',
      key.mailboxId,
    )
  ).map(({ state, reason }) => (reason ? `${state} ${reason.code}` : state));

describe('what is wanted of a mailbox', () => {
  test('is done on the server, and its mirror knows it with the same write', async () => {
    const { mailbox } = suite;
    const store = await read(mailbox);
    const Archive = await folder(mailbox, 'Archive');
    await give(mailbox, { kind: 'flags', place: await placeOf(mailbox, 1), add: ['\\Seen'], remove: [] });
    await give(mailbox, { kind: 'move', place: await placeOf(mailbox, 2), to: Archive });
    await give(mailbox, { kind: 'createFolder', path: 'Weddings' });
    await mailbox.read(store);
    expect(await states(mailbox)).toEqual(['done', 'done', 'done']);
    const shown = await mailbox.onServer();
    expect(await mailbox.mirrored()).toEqual(shown);
    expect(shown['INBOX']!.filter((line) => line.includes('\\Seen'))).toHaveLength(1);
    expect(shown['Archive']).toHaveLength(1);
    expect(Object.keys(shown)).toContain('Weddings');
    // A move is no news, and nothing was fetched a second time.
    expect(await mailbox.texts('news')).toEqual([]);
    expect(mailbox.requests.filter(({ ask }) => ask === 'bodies')).toHaveLength(1);
  });

  test('ends where somebody else was faster, and says where the mail is', async () => {
    const { mailbox } = suite;
    const store = await read(mailbox);
    await give(mailbox, {
      kind: 'move',
      place: await placeOf(mailbox, 2),
      to: await folder(mailbox, 'Archive'),
    });
    await mailbox.other.mailboxOpen('INBOX');
    await mailbox.other.messageMove('2', 'Sent', { uid: true });
    await mailbox.read(store);
    expect(await states(mailbox)).toEqual(['superseded mailCommand.movedElsewhere']);
    expect(await mailbox.mirrored()).toEqual(await mailbox.onServer());
  });

  test('and taken back before it was begun is not done', async () => {
    const { mailbox } = suite;
    const store = await read(mailbox);
    const move = {
      kind: 'move',
      place: await placeOf(mailbox, 2),
      to: await folder(mailbox, 'Archive'),
    } as const;
    const id = await give(mailbox, move);
    // Between the reading of it and its beginning.
    const slow: MirrorStore = {
      commit: (write) => store.commit(write),
      async answer(ask) {
        const answer = await store.answer(ask);
        if (ask.ask === 'commands')
          await mailbox.studio.pool.query(`UPDATE mailbox_commands SET state = 'cancelled' WHERE id = $1`, [
            id,
          ]);
        return answer;
      },
    };
    await mailbox.read(slow);
    expect(await states(mailbox)).toEqual(['cancelled']);
    expect((await mailbox.onServer())['Archive']).toEqual([]);
  });

  test('survives an end at every write: done once, and the copy of sent mail is there once', async () => {
    const { mailbox } = suite;
    await read(mailbox);
    await mailbox.studio.pool.query(`UPDATE mailboxes SET sent_copy = 'ours' WHERE id = $1`, [
      mailbox.key.mailboxId,
    ]);
    const [Archive, Sent] = [await folder(mailbox, 'Archive'), await folder(mailbox, 'Sent')];
    await give(mailbox, { kind: 'move', place: await placeOf(mailbox, 1), to: Archive });
    const copy: CommandPayload = {
      ...({
        kind: 'append',
        to: Sent,
        flags: ['\\Seen'],
        date: Date.now(),
        insteadOf: null,
        isSentCopy: true,
      } as const),
      marks: [{ header: 'Message-ID', value: '<ours@studio.example>' }],
    };
    await give(mailbox, copy, 'Message-ID: <ours@studio.example>\r\n\r\nOurs\r\n');
    let at = 1;
    while (await mailbox.endsAt(at, at % 2 === 0)) at++;
    expect(at).toBeGreaterThan(6);
    // A worker that did not live to say so finds it done.
    expect((await states(mailbox)).map((state) => state.split(' ')[0])).toEqual(['done', 'done']);
    const shown = await mailbox.onServer();
    expect([shown['Archive']!.length, shown['Sent']!.length, shown['INBOX']!.length]).toEqual([1, 1, 2]);
    expect(await mailbox.mirrored()).toEqual(shown);
    const [row] = await mailbox.studio.rows<{ kept: number }>(
      'SELECT count(content)::int AS kept FROM mailbox_commands',
    );
    expect(row!.kept).toBe(0);
  });

  test('is shown at once, and no more once it is taken back', async () => {
    const { mailbox } = suite;
    await read(mailbox);
    const { studio, key } = mailbox;
    const place = await placeOf(mailbox, 1);
    const messageId = randomUUID();
    await studio.pool.query(
      `INSERT INTO messages (id, studio_id, brand_id, direction, mailbox_id, sha256, message_id, from_address, to_addresses, subject, text, html, occurred_at)
       SELECT $1, $2, $3, 'incoming', p.mailbox_id, p.sha256, '<1@client.example>', 'client@client.example', '{}', '1', '', '', now()
       FROM placements p WHERE p.mailbox_id = $4 AND p.uid = $5`,
      [messageId, studio.id, studio.brandId, key.mailboxId, place.uid],
    );
    const give = async (payload: CommandPayload) => {
      const id = randomUUID();
      const command = { id, key: id, mailboxId: key.mailboxId, messageId, payload, base: null, batch: null };
      await new MailboxCommands(studio.pool, studio.id).give(
        [{ ...command, undoOf: null, content: null }],
        'owner',
      );
    };
    const shown = async () => {
      const [row] = await studio.rows<{ unread: boolean; flagged: boolean; paths: string[] }>(
        `SELECT m.is_unread AS unread, m.is_flagged AS flagged, ARRAY(SELECT f.path FROM shown_placements(m.studio_id, ARRAY[m.id]) p
           JOIN mail_folders f ON f.id = p.folder_id) AS paths FROM messages m WHERE m.id = $1`,
        messageId,
      );
      return row;
    };
    await give({ kind: 'flags', place, add: ['\\Flagged'], remove: [] });
    expect(await shown()).toEqual({ unread: true, flagged: true, paths: ['INBOX'] });
    await give({ kind: 'flags', place, add: ['\\Seen'], remove: ['\\Flagged'] });
    await give({ kind: 'move', place, to: await folder(mailbox, 'Archive') });
    expect(await shown()).toEqual({ unread: false, flagged: false, paths: ['Archive'] });
    await studio.rows(`UPDATE mailbox_commands SET state = 'cancelled' WHERE message_id = $1`, messageId);
    expect(await shown()).toEqual({ unread: true, flagged: false, paths: ['INBOX'] });
  });
});
