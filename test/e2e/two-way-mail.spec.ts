import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import pg from 'pg';
import { Credentials, keyRingOf } from '@cueline/database';
import type { Step } from '@cueline/workflows';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import { bookedRuns, pauseAll, stepOf } from '@cueline/testkit/booked-runs';
import { ImapServer } from '@cueline/testkit/imap-server';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';

jest.setTimeout(120_000);

const CUELINE_SECRET = 'a'.repeat(64);
const mailOf = (n: number) => `Message-ID: <${n}@client.example>\r\nSubject: ${n}\r\n\r\nText ${n}\r\n`;

let stack: Stack;
let automation: Automation;
let server: ImapServer;
let other: ImapFlow;
let pool: pg.Pool;
const messages: string[] = [];

/** A mailbox of the sample studio, and what lies in it as messages. */
async function connected(): Promise<void> {
  const [brand] = (
    await pool.query<{ id: string; studio_id: string }>(
      'SELECT id, studio_id FROM brands ORDER BY created_at LIMIT 1',
    )
  ).rows;
  const studioId = brand!.studio_id;
  const secret = { kind: 'password', secret: 'x', expiresAt: null } as const;
  const credentialId = await new Credentials(pool, keyRingOf({ CUELINE_SECRET, CREDENTIAL_KEYS: [] })).create(
    studioId,
    secret,
  );
  const mailboxId = randomUUID();
  await pool.query(
    `INSERT INTO mailboxes (id, studio_id, brand_id, address, host, port, security, auth, username, credential_id, syncs_all)
     VALUES ($1, $2, $3, 'hello@studio.example', $4, $5, 'none', 'password', 'studio', $6, true)`,
    [mailboxId, studioId, brand!.id, server.host, server.port, credentialId],
  );
  await until('the mailbox is read', async () => {
    const { rows } = await pool.query('SELECT FROM placements WHERE mailbox_id = $1 AND sha256 IS NOT NULL', [
      mailboxId,
    ]);
    return rows.length === 3;
  });
  for (const n of [1, 2, 3]) {
    const id = randomUUID();
    messages.push(id);
    const sha256 = createHash('sha256').update(mailOf(n)).digest('hex');
    await pool.query(
      `INSERT INTO messages (id, studio_id, brand_id, direction, mailbox_id, sha256, message_id, from_address, to_addresses, subject, text, html, occurred_at)
       VALUES ($1, $2, $3, 'incoming', $4, $5, $6, 'client@client.example', '{}', $7, '', '', now())
       ON CONFLICT (studio_id, mailbox_id, sha256) DO UPDATE SET subject = excluded.subject`,
      [id, studioId, brand!.id, mailboxId, sha256, `<${n}@client.example>`, String(n)],
    );
    const found = await pool.query<{ id: string }>(
      'SELECT id FROM messages WHERE mailbox_id = $1 AND sha256 = $2',
      [mailboxId, sha256],
    );
    messages[n - 1] = found.rows[0]!.id;
  }
}

beforeAll(async () => {
  server = await ImapServer.start();
  const { host, port } = server;
  other = new ImapFlow({ host, port, secure: false, auth: { user: 'studio', pass: 'x' }, logger: false });
  await other.connect();
  for (const path of ['Archive', 'Trash']) await other.mailboxCreate(path);
  for (const n of [1, 2, 3]) await other.append('INBOX', mailOf(n));
  stack = await Stack.start({ env: { CUELINE_SECRET, SMTP_ALLOW: '127.0.0.1' } });
  pool = new pg.Pool({ connectionString: stack.urls.database, max: 2 });
  automation = automationOf(await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword));
  await connected();
});
afterAll(async () => {
  other.close();
  await pool.end();
  await stack.stop();
  await server.stop();
});

/** As another program sees it: the mails of a folder by their subjects, with their flags. */
async function shown(path: string): Promise<string[]> {
  const found: string[] = [];
  await other.mailboxOpen(path, { readOnly: true });
  await other.noop();
  const { exists } = other.mailbox as { exists: number };
  if (exists > 0)
    for await (const { envelope, flags } of other.fetch('1:*', { envelope: true, flags: true }))
      found.push([envelope!.subject, ...[...flags!].filter((flag) => flag !== '\\Recent')].join(' '));
  return found.sort();
}

interface Action {
  readonly id: string;
  readonly commands: readonly { readonly state: string }[];
  readonly skipped: number;
  readonly canUndo: boolean;
}
const act = (action: object, ...of: number[]) =>
  automation.said<Action>('POST', 'mail-actions', {
    ...{ id: randomUUID(), do: action },
    of: { messageIds: of.map((n) => messages[n - 1]) },
  });
const states = async ({ id }: Action) =>
  (await automation.said<Action>('GET', `mail-actions/${id}`)).commands.map(({ state }) => state);

describe('what is done in the product', () => {
  it('is seen by another program within seconds, and can be undone', async () => {
    const read = await act({ action: 'read' }, 1, 2);
    expect([read.commands.length, read.skipped, read.canUndo]).toEqual([2, 0, true]);
    const archived = await act({ action: 'archive' }, 1);
    await until('both are done', async () => (await shown('Archive')).includes('1 \\Seen'));
    expect(await shown('INBOX')).toEqual(['2 \\Seen', '3']);
    await until('they are settled', async () => (await states(archived))[0] === 'done');
    expect(await states(read)).toEqual(['done', 'done']);
    // Once is enough.
    expect((await act({ action: 'read' }, 1, 2)).skipped).toBe(2);
    await automation.said('POST', `mail-actions/${archived.id}/undo`);
    await until('it is back', async () => (await shown('INBOX')).includes('1 \\Seen'));
    await until('the mirror knows it', async () => {
      const { rows } = await pool.query(
        `SELECT FROM placements p JOIN mail_folders f ON f.id = p.folder_id WHERE f.path = 'INBOX' AND p.gone_at IS NULL`,
      );
      return rows.length === 3;
    });
    const again = await automation.said<Action>('POST', `mail-actions/${archived.id}/undo`);
    expect(again.canUndo).toBe(false);
    expect(await shown('INBOX')).toEqual(['1 \\Seen', '2 \\Seen', '3']);
  });

  it('throws away, and deletes for ever only what lies there', async () => {
    const early = await act({ action: 'deleteForever' }, 3);
    expect([early.commands.length, early.skipped]).toEqual([0, 1]);
    const trashed = await act({ action: 'trash' }, 3);
    await until('it is in Trash', async () => (await states(trashed))[0] === 'done');
    expect(await shown('Trash')).toEqual(['3']);
    const gone = await act({ action: 'deleteForever' }, 3);
    expect([gone.commands.length, gone.canUndo]).toEqual([1, false]);
    await until('it is gone', async () => (await states(gone))[0] === 'done');
    expect(await shown('Trash')).toEqual([]);
    expect(await shown('INBOX')).toEqual(['1 \\Seen', '2 \\Seen']);
  });
});

describe('what is done in another program', () => {
  it('is known in the product within seconds', async () => {
    await other.mailboxOpen('INBOX');
    await other.messageFlagsAdd({ header: { subject: '2' } }, ['\\Flagged']);
    await until('the mark is known', async () => {
      const { rows } = await pool.query(
        `SELECT FROM placements WHERE gone_at IS NULL AND '\\Flagged' = ANY(flags)`,
      );
      return rows.length === 1;
    });
    expect((await act({ action: 'flag' }, 2)).skipped).toBe(1);
  });
});

describe('a run that waits for the client’s answer', () => {
  const replied: Step = {
    ...{ id: 'replied', kind: 'waitForEvent', event: 'mail.replied' },
    // Of what the client wrote: what is quoted says it, too.
    when: { field: 'message.text', op: 'contains', value: 'Saturday' },
    limit: { for: { amount: 1, unit: 'days' } },
    paths: ['happened', 'timedOut'].map((id) => ({ id, steps: [] })),
  };
  const rowOf = async (sql: string, ...values: string[]) =>
    (await pool.query<Record<string, string>>(sql, values)).rows[0];
  const kinds = async (clientId: string) =>
    (
      await pool.query<{ kind: string }>(
        `SELECT kind FROM messages WHERE client_id = $1 AND direction = 'incoming' ORDER BY created_at`,
        [clientId],
      )
    ).rows.map(({ kind }) => kind);

  it('goes on within a second of it, and not for an absence or another answer', async () => {
    await pauseAll(automation);
    const { started, mail } = bookedRuns(stack, automation);
    const run = await started(await mail('ask', 'Saturday or Sunday?'), replied);
    await run.becomes('waiting');
    await until('it has asked', async () => (await run.mails()).length === 1);
    const sent = await rowOf(
      `SELECT message_id, to_addresses[1] AS client FROM messages WHERE client_id = $1`,
      run.clientId,
    );
    const answers = (text: string, ...fields: string[]) =>
      other.append(
        'INBOX',
        [
          ...[
            `From: Alma <${sent!['client']}>`,
            'To: hello@studio.example',
            'Subject: Re: Saturday or Sunday?',
          ],
          ...[`In-Reply-To: ${sent!['message_id']}`, `Message-ID: <${randomUUID()}@clients.test>`, ...fields],
          ...['', text, ''],
        ].join('\r\n'),
      );
    const quoted =
      'On Tue, 8 Jun 2027 at 12:31, Studio <hello@studio.example> wrote:\r\n> Saturday or Sunday?';
    await answers('Away. I read it on Saturday.', 'Auto-Submitted: auto-replied');
    await answers(`I will tell you.\r\n\r\n${quoted}`);
    await until('both are here', async () => (await kinds(run.clientId)).length === 2);
    expect((await kinds(run.clientId)).sort()).toEqual(['automatic', 'human']);
    expect((await run.run()).status).toBe('waiting');

    await answers(`Saturday, please.\r\n\r\n${quoted}`);
    await run.becomes('completed');
    expect(stepOf(await run.run(), 'replied')).toMatchObject({ outcome: 'happened' });
    const took = await rowOf(
      `SELECT extract(epoch FROM r.ended_at - e.recorded_at) AS seconds FROM runs r JOIN events e ON e.studio_id = r.studio_id AND e.type = 'mail.replied'
       WHERE r.id = $1 ORDER BY e.seq DESC LIMIT 1`,
      run.id,
    );
    expect(Number(took!['seconds'])).toBeLessThan(1);
    const events = await rowOf(`SELECT count(*) AS n FROM events WHERE type = 'mail.replied'`);
    expect(Number(events!['n'])).toBe(2);
  });
});
