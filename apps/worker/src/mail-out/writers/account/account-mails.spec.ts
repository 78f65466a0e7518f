import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readAccountToken } from '@cueline/database';
import { RecordingTransport, type SendOutcome } from '@cueline/email/smtp';
import { simpleParser } from 'mailparser';
import { TestStudio } from '../../../studio.fixture.js';
import { mailOutOf, secret } from '../../mail-out.fixture.js';
import type { AccountMails } from './account-mails.js';

const publicUrl = 'https://cueline.test';
let studio: TestStudio;
let transport: RecordingTransport;
let mails: AccountMails;
beforeEach(async () => {
  studio = await TestStudio.open();
  transport = new RecordingTransport();
  mails = mailOutOf(studio.pool, transport).accountMails;
});
afterEach(() => studio.close());

const HOUR = `now() + interval '1 hour'`;
async function invitation({ email = 'mara@people.test', name = 'Mara', by = 'Robin', expires = HOUR } = {}) {
  const id = randomUUID();
  await studio.rows(
    `WITH made AS (INSERT INTO invitations (id, studio_id, email, name, role, invited_by_id, invited_by_name, expires_at)
       VALUES ($1, $2, $3, $4, 'admin', $1, $5, ${expires}))
     INSERT INTO account_mails (id, purpose, to_address, invitation_id, give_up_at) VALUES ($1, 'invitation', $3, $1, ${expires})`,
    id,
    studio.id,
    email,
    name,
    by,
  );
  return id;
}
async function reset(email: string, giveUp = HOUR) {
  const id = randomUUID();
  await studio.rows(
    `WITH made AS (INSERT INTO password_resets (id, email, expires_at) VALUES ($1, $2, ${HOUR}))
     INSERT INTO account_mails (id, purpose, to_address, reset_id, give_up_at) VALUES ($1, 'passwordReset', $2, $1, ${giveUp})`,
    id,
    email,
  );
  return id;
}
const account = (email: string) =>
  studio.rows(
    `INSERT INTO users (id, name, email, updated_at) VALUES ($1, 'Jo', $2, now())`,
    randomUUID(),
    email,
  );
const stateOf = async (id: string) =>
  (
    await studio.rows<{ state: string; code: string | null; tried: number; later: boolean }>(
      `SELECT state::text, reason->>'code' AS code, attempts AS tried, next_attempt_at > now() AS later FROM account_mails WHERE id = $1`,
      id,
    )
  )[0]!;
const sweep = () => mails.sweep(new Date());
const parsed = () => simpleParser(transport.delivered[0]!.message);
const tokenIn = (text: string, page: string) =>
  new RegExp(`${publicUrl}/${page}#token=([\\w.-]+)`).exec(text)?.[1] ?? '';

describe('a mail about a sign-in', () => {
  it('brings an invitation’s link to the address itself, in HTML and in text', async () => {
    const id = await invitation();
    await sweep();
    const mail = await parsed();
    expect(mail.subject).toBe('Robin invites you to Sunday on Cueline');
    expect(transport.delivered[0]!.envelope).toEqual({ from: 'no-reply@mail.test', to: 'mara@people.test' });
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    for (const text of [mail.text!, String(mail.html)]) {
      expect(readAccountToken(secret, 'invitation', tokenIn(text, 'invitation'))?.id).toBe(id);
      for (const word of ['Robin', 'Sunday', 'an admin', 'Mara']) expect(text).toContain(word);
    }
    expect(await stateOf(id)).toMatchObject({ state: 'sent', code: null });
    await sweep();
    expect(transport.delivered).toHaveLength(1);
  });

  it('brings a link to set a password to an account, and nothing to an address without one', async () => {
    await account('jo@people.test');
    const [known, unknown] = [await reset('jo@people.test'), await reset('nobody@people.test')];
    await sweep();
    expect(transport.delivered.map(({ envelope }) => envelope.to)).toEqual(['jo@people.test']);
    const { text } = await parsed();
    expect(readAccountToken(secret, 'passwordReset', tokenIn(text!, 'reset-password'))?.id).toBe(known);
    expect(await stateOf(unknown)).toMatchObject({ state: 'dropped', code: 'accountMail.noAccount' });
  });

  it('says that a password was changed, without a token', async () => {
    await account('jo@people.test');
    await studio.rows(
      `INSERT INTO account_mails (id, purpose, to_address, give_up_at) VALUES ($1, 'passwordChanged', 'jo@people.test', ${HOUR})`,
      randomUUID(),
    );
    await sweep();
    const { subject, text } = await parsed();
    expect(subject).toBe('Your Cueline password was changed');
    expect(text).toContain(`${publicUrl}/forgot-password`);
    expect(text).not.toContain('token=');
  });

  it.each([
    ['was withdrawn', `ending = 'revoked', ended_at = now()`],
    ['was accepted', `ending = 'used', ended_at = now()`],
    ['has expired', `expires_at = now() - interval '1 second'`],
  ])('does not leave when its invitation %s', async (_name, change) => {
    const id = await invitation();
    await studio.rows(`UPDATE invitations SET ${change} WHERE id = $1`, id);
    await sweep();
    expect(transport.delivered).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ state: 'dropped' });
  });

  it('does not leave when its invitation is withdrawn while the server answers', async () => {
    const id = await invitation();
    const deliver = transport.deliver.bind(transport);
    transport.deliver = async (delivery) => {
      await studio.rows(`UPDATE invitations SET ending = 'revoked', ended_at = now() WHERE id = $1`, id);
      return deliver(delivery);
    };
    await sweep();
    expect(transport.delivered).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ state: 'dropped', code: 'accountMail.replaced' });
  });

  const failed = { code: '451', reply: '451 later', handedOver: false };
  it.each<[SendOutcome, string, boolean]>([
    [{ type: 'temporary', cause: 'busy', ...failed }, 'queued', true],
    [{ type: 'account', cause: 'signIn', ...failed }, 'queued', true],
    [{ type: 'inDoubt', ...failed, handedOver: true }, 'queued', true],
    [{ type: 'refused', cause: 'unexplained', ...failed }, 'failed', false],
  ])('that comes to %j is %s', async (outcome, state, later) => {
    const id = await invitation();
    transport.willAnswer(outcome);
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await sweep();
    expect(await stateOf(id)).toMatchObject({ state, code: `smtp.${outcome.type}`, tried: 1 });
    if (!later) return;
    expect((await stateOf(id)).later).toBe(true);
    await studio.rows(`UPDATE account_mails SET next_attempt_at = now() - interval '1 second'`);
    await sweep();
    expect(await stateOf(id)).toMatchObject({ state: 'sent', tried: 2 });
  });

  it('is given up when its time is over', async () => {
    await account('jo@people.test');
    const id = await reset('jo@people.test', `now() - interval '1 second'`);
    await sweep();
    expect(await stateOf(id)).toMatchObject({ state: 'failed', code: 'accountMail.tooLate' });
    expect(transport.delivered).toEqual([]);
  });

  it('is sent once by many workers', async () => {
    for (let n = 0; n < 8; n++) await invitation({ email: `mara${n}@people.test` });
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(new Set(transport.delivered.map(({ envelope }) => envelope.to)).size).toBe(8);
    expect(transport.delivered).toHaveLength(8);
  });

  it('carries no link and no advertisement of whoever invites', async () => {
    await studio.rows(`UPDATE studios SET name = 'You won https://prize.test'`);
    await invitation({ name: 'Mara www.prize.test', by: 'Claim at prize.test/now\r\nBcc: all@prize.test' });
    await sweep();
    const mail = await parsed();
    for (const text of [mail.subject!, mail.text!, String(mail.html)])
      expect(text).not.toContain('prize.test');
    expect(mail.subject).toBe('Somebody invites you to a studio on Cueline');
  });

  it('puts what strangers write into its HTML as text', async () => {
    await studio.rows(`UPDATE studios SET name = 'Sun & <3 Moon'`);
    await invitation({ name: '<b>Mara</b>' });
    await sweep();
    const html = String((await parsed()).html);
    expect(html).not.toMatch(/<3|<b>Mara/);
    expect(html).toContain('Sun &amp; &lt;3 Moon');
  });
});

it('forgets what nobody needs any more', async () => {
  await account('jo@people.test');
  const old = await reset('jo@people.test');
  await studio.rows(`UPDATE password_resets SET expires_at = now() - interval '25 hours'`);
  const kept = await invitation();
  await studio.rows(
    `INSERT INTO attempts (key, count, expires_at) VALUES ('old', 1, now() - interval '1 second'), ('new', 1, ${HOUR})`,
  );
  await mails.forget(new Date());
  expect(await studio.rows('SELECT 1 FROM password_resets WHERE id = $1', old)).toEqual([]);
  expect(await studio.rows('SELECT 1 FROM invitations WHERE id = $1', kept)).toHaveLength(1);
  expect(await studio.rows('SELECT key FROM attempts')).toEqual([{ key: 'new' }]);
});
