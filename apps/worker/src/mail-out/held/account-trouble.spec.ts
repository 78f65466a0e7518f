import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readReturnTag } from '@cueline/database';
import type { AccountCause, Delivery, MailTransport, SendOutcome } from '@cueline/email/smtp';
import { describeReason } from '@cueline/workflows';
import { activitiesOf, perform, runOf, stepsOf } from '../../engine/activities/effects/run.fixture.js';
import { mailSuite } from '../mail-suite.fixture.js';
import { mailOutOf, secret } from '../mail-out.fixture.js';

const suite = mailSuite();

const no = (cause: AccountCause, reply = '553 no'): SendOutcome => ({
  type: 'account',
  cause,
  code: reply.slice(0, 3),
  reply,
  handedOver: false,
});

/** A mail server that says no to some mails and accepts the others. */
class Server implements MailTransport {
  readonly tried: string[] = [];
  readonly taken: string[] = [];
  readonly delivered: Delivery[] = [];
  says: (delivery: Delivery) => SendOutcome | undefined = () => undefined;

  async deliver(delivery: Delivery): Promise<SendOutcome> {
    this.tried.push(delivery.envelope.to);
    const said = this.says(delivery);
    if (said) return said;
    if (!(await delivery.onHandOver())) return { type: 'calledOff' };
    this.taken.push(delivery.envelope.to);
    this.delivered.push(delivery);
    return { type: 'accepted', reply: '250 OK' };
  }

  close(): void {
    return undefined;
  }
}

let server: Server;
beforeEach(() => {
  server = new Server();
});

async function sends(name: string): Promise<string> {
  const subjectId = await suite.studio.booking({ clientId: await suite.studio.client(name) });
  const runId = await runOf(suite.studio, suite.step, { event: 'booking.created', subjectId });
  // Each activity is another worker's: what one knows of the account the others read from the database.
  const worker = activitiesOf(suite.studio, server);
  expect(await perform(suite.studio, suite.step, runId, worker)).toMatchObject({
    type: expect.stringMatching(/pending|done/),
  });
  return runId;
}
const states = async () =>
  (
    await suite.studio.rows<{ to_name: string; state: string; reason: object | null }>(
      'SELECT to_name, state::text, reason FROM sends ORDER BY created_at, id',
    )
  ).map(({ to_name, state }) => `${to_name} ${state}`);
const sweep = () => mailOutOf(suite.studio.pool, server).ledger.sweep();
const probeIsDue = () =>
  suite.studio.rows(
    `UPDATE mail_holds SET next_probe_at = now() - interval '1 second' WHERE next_probe_at IS NOT NULL`,
  );
const allDue = () =>
  suite.studio.rows(`UPDATE sends SET next_attempt_at = now() - interval '1 second' WHERE state = 'queued'`);

describe('trouble of the account that sends', () => {
  it('holds the mail, with what the server said; the run waits and nobody’s address is at fault', async () => {
    server.says = () => no('senderRejected', '553 5.7.1 Sender address rejected: not owned by user');
    const runId = await sends('Alma');
    expect(await states()).toEqual(['Alma held']);
    const [one] = await stepsOf(suite.studio, runId);
    expect(one).toMatchObject({ status: 'waiting', reason: { code: 'account.senderRejected' } });
    expect(describeReason(one!.reason, 'en')[0]).toMatch(
      /^Held: the sending account may not send as studio-sunday@mail\.test\..*“553 5\.7\.1 Sender address rejected: not owned by user”$/,
    );
    expect(await suite.studio.rows('SELECT 1 FROM messages')).toEqual([]);
  });

  it('is tried with one mail at a time, and when that is accepted the others follow in their order', async () => {
    server.says = () => no('signIn', '535 no');
    for (const name of ['Alma', 'Bo', 'Cy', 'Di']) {
      await sends(name);
      await sweep();
    }
    const before = server.tried.length;
    await probeIsDue();
    await sweep();
    await sweep();
    expect(server.tried.length).toBe(before + 1);
    expect(await states()).toEqual(['Alma held', 'Bo held', 'Cy held', 'Di held']);
    server.says = () => undefined;
    await probeIsDue();
    await sweep();
    await sweep();
    await allDue();
    await sweep();
    expect(await states()).toEqual(['Alma sent', 'Bo sent', 'Cy sent', 'Di sent']);
    expect(server.taken).toHaveLength(4);
    expect(await suite.studio.rows('SELECT 1 FROM mail_holds WHERE cleared_at IS NULL')).toEqual([]);
  });

  it('is tried after ever longer pauses', async () => {
    server.says = () => no('suspended');
    await sends('Alma');
    const pauses: number[] = [];
    for (let i = 0; i < 4; i++) {
      await probeIsDue();
      await sweep();
      const [row] = await suite.studio.rows<{ seconds: number }>(
        'SELECT round(extract(epoch FROM next_probe_at - now()))::int AS seconds FROM mail_holds',
      );
      pauses.push(row!.seconds);
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBeGreaterThan(2 * pauses[0]!);
  });

  it('of one sender holds no other sender’s mail', async () => {
    await suite.studio.rows(
      `INSERT INTO senders (id, studio_id, brand_id, kind, from_name, address, updated_at) VALUES (gen_random_uuid(), $1, $2, 'platform', 'B', 'hello@sunday.test', now())`,
      suite.studio.id,
      suite.studio.brandId,
    );
    server.says = ({ envelope }) =>
      envelope.from === 'hello@sunday.test' ? no('senderRejected') : undefined;
    await sends('Alma');
    await sweep();
    await suite.studio.rows('DELETE FROM senders');
    await sends('Bo');
    expect(await states()).toEqual(['Alma held', 'Bo sent']);
  });

  it('that is one mail’s alone holds that one and lets the others go', async () => {
    server.says = () => no('relayDenied');
    await sends('Alma');
    await sends('Bo');
    server.says = ({ envelope }) => (envelope.to.startsWith('alma') ? no('relayDenied') : undefined);
    const later = mailOutOf(suite.studio.pool, server).ledger;
    for (let i = 0; i < 4; i++) {
      await probeIsDue();
      await allDue();
      await later.sweep();
    }
    expect(await states()).toEqual(['Alma held', 'Bo sent']);
    await sends('Cy');
    expect(await states()).toEqual(['Alma held', 'Bo sent', 'Cy sent']);
    expect(
      await suite.studio.rows(
        `SELECT 1 FROM mail_holds WHERE cleared_at IS NULL AND hold_group LIKE 'mail:%'`,
      ),
    ).toHaveLength(1);
  });

  it('holds what could not reach the server for minutes, instead of giving it up after two days', async () => {
    server.says = () => ({
      type: 'temporary',
      cause: 'noConnection',
      code: 'ESOCKET',
      reply: 'refused',
      handedOver: false,
    });
    await sends('Alma');
    expect(await states()).toEqual(['Alma queued']);
    for (let i = 0; i < 8; i++) {
      await allDue();
      await sweep();
    }
    expect(await states()).toEqual(['Alma held']);
    await suite.studio.rows(
      `UPDATE sends SET created_at = now() - interval '5 days', held_at = now() - interval '5 days'`,
    );
    server.says = () => undefined;
    await probeIsDue();
    await sweep();
    expect(await states()).toEqual(['Alma sent']);
  });

  it('ends with the run: a booking that was cancelled meanwhile is not written to', async () => {
    server.says = () => no('signIn');
    await sends('Alma');
    await suite.studio.rows(`UPDATE bookings SET status = 'cancelled'`);
    server.says = () => undefined;
    await probeIsDue();
    await sweep();
    expect(await states()).toEqual(['Alma suppressed']);
    expect(server.taken).toEqual([]);
  });

  it('of a mail that waits for two days of a server that is busy is told as what it is', async () => {
    server.says = () => ({
      type: 'temporary',
      cause: 'busy',
      code: '451',
      reply: '451 later',
      handedOver: false,
    });
    await sends('Alma');
    await suite.studio.rows(
      `UPDATE sends SET created_at = now() - interval '3 days', next_attempt_at = now() - interval '1 second'`,
    );
    await sweep();
    expect(await states()).toEqual(['Alma failed']);
  });
});

describe('the owners of a studio whose sender is in trouble', () => {
  const notices = () =>
    server.delivered.map(({ envelope, message }) => [envelope.from, envelope.to, message.toString()]);
  const sweep = () => mailOutOf(suite.studio.pool, server).holdNotices.sweep(new Date());
  beforeEach(async () => {
    await suite.studio.rows(
      `WITH u AS (INSERT INTO users (id, name, email, updated_at) VALUES ($1, 'Ann', 'ann@sunday.test', now()))
       INSERT INTO members (id, studio_id, user_id, role) VALUES (gen_random_uuid(), $2, $1, 'owner')`,
      randomUUID(),
      suite.studio.id,
    );
    server.says = ({ envelope }) => (envelope.from.startsWith('studio-') ? no('senderRejected') : undefined);
    await sends('Alma');
    await suite.studio.rows(`UPDATE mail_holds SET since = now() - interval '2 minutes'`);
  });

  it('are told once, by mail from the platform, that mails wait and why', async () => {
    await Promise.all([sweep(), sweep()]);
    await sweep();
    const [mail, ...others] = notices();
    expect(others).toEqual([]);
    expect(mail!.slice(0, 2)).toEqual(['no-reply@mail.test', 'ann@sunday.test']);
    expect(mail![2]).toMatch(/^Subject: 1 email waits in Sunday\r?$/m);
    expect(mail![2]).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(mail![2]).toMatch(/^X-Auto-Response-Suppress: OOF, AutoReply\r?$/m);
  });

  it('are told later when nothing leaves at the moment', async () => {
    const says = server.says;
    server.says = () => ({ type: 'temporary', cause: 'busy', code: '451', reply: '451', handedOver: false });
    await sweep();
    expect(notices()).toEqual([]);
    server.says = says;
    await sweep();
    expect(notices()).toHaveLength(1);
  });
});

it('a workflow’s mail says that no person wrote it, and asks for no automatic answer but for bounces', async () => {
  await sends('Alma');
  const raw = server.delivered[0]!.message.toString();
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
  expect(raw).toMatch(/^X-Auto-Response-Suppress: OOF, AutoReply\r?$/m);
});

it('what is from the platform’s address comes back to one that names the mail, and nobody sees it', async () => {
  await sends('Alma');
  const { envelope, message } = server.delivered[0]!;
  const [{ key }] = (await suite.studio.rows<{ key: string }>('SELECT key FROM sends')) as [{ key: string }];
  const [, tag] = /^studio-.+\+([0-9a-f]{24})@mail\.test$/.exec(envelope.from) ?? [];
  expect(key).toMatch(new RegExp(`^${readReturnTag(secret, suite.studio.id, tag!)}`));
  expect(message.toString()).not.toContain(tag);
});
