import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MailTransport } from '@cueline/email/smtp';
import type { NotifyStaffStep } from '@cueline/workflows';
import { activitiesOf, perform, runOf, stepsOf } from '../../../engine/activities/effects/run.fixture.js';
import { TestStudio } from '../../../studio.fixture.js';
import { mailOutOf } from '../../mail-out.fixture.js';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
  for (const [role, name] of [
    ['owner', 'ann'],
    ['member', 'ben'],
  ])
    await studio.rows(
      `WITH person AS (INSERT INTO users (id, name, email, updated_at) VALUES ($1, $2, $3, now()) RETURNING id)
       INSERT INTO members (id, studio_id, user_id, role) SELECT $4, $5, id, $6::member_role FROM person`,
      randomUUID(),
      name,
      `${name}@sunday.test`,
      randomUUID(),
      studio.id,
      role,
    );
});
afterEach(() => studio.close());

const notice = (to: NotifyStaffStep['to']): NotifyStaffStep => ({
  id: 'tell',
  kind: 'notifyStaff',
  to,
  subject: '{{ client.firstName }} has booked',
  text: 'It is {{ booking.title }}.\n\nCall <soon>.',
});
const mailServer = (type: 'accepted' | 'temporary'): MailTransport => ({
  deliver: async ({ onHandOver }) =>
    type === 'temporary'
      ? { type, cause: 'busy', code: '450', reply: '450 later', handedOver: false }
      : (await onHandOver())
        ? { type, reply: '250 ok' }
        : { type: 'calledOff' },
  close: () => undefined,
});
const sends = () =>
  studio.rows<{ to_address: string; state: string }>(
    'SELECT to_address, purpose::text, state::text, client_id, template_id FROM sends ORDER BY to_address',
  );

async function started(step: NotifyStaffStep) {
  const clientId = await studio.client('Mara');
  return runOf(studio, step, { event: 'booking.created', subjectId: await studio.booking({ clientId }) });
}

describe('the step that notifies the studio', () => {
  it('writes to the owner, from the platform, with the way to the run and outside the client’s correspondence', async () => {
    const step = notice({ role: 'owner' });
    const runId = await started(step);
    const worker = activitiesOf(studio, mailServer('accepted'));
    expect(await perform(studio, step, runId, worker)).toEqual({ type: 'done', closed: true });
    expect(await perform(studio, step, runId, worker)).toEqual({ type: 'done', closed: true });
    const own = { purpose: 'notice', client_id: null, template_id: null };
    expect(await sends()).toEqual([{ to_address: 'ann@sunday.test', state: 'sent', ...own }]);
    const [message] = await studio.rows<{
      subject: string;
      from_address: string;
      text: string;
      html: string;
    }>('SELECT subject, from_address, text, html FROM messages WHERE client_id IS NULL');
    expect(message).toMatchObject({
      subject: 'Mara has booked',
      from_address: 'studio-sunday@mail.test',
      text: `It is The day.\n\nCall <soon>.\n\nhttps://cueline.test/runs/${runId}\n`,
    });
    expect(message!.html).toContain('<p>Call &lt;soon&gt;.</p>');
    expect(await stepsOf(studio, runId)).toMatchObject([{ status: 'done', reason: { code: 'send.sent' } }]);
  });

  it('writes to everybody of the studio', async () => {
    const step = notice({ role: 'members' });
    await perform(studio, step, await started(step), activitiesOf(studio, mailServer('accepted')));
    expect((await sends()).map(({ to_address }) => to_address)).toEqual([
      'ann@sunday.test',
      'ben@sunday.test',
    ]);
  });

  it('never writes to the client', async () => {
    const step = notice({ role: 'address', address: 'Mara@clients.test' });
    const result = await perform(
      studio,
      step,
      await started(step),
      activitiesOf(studio, mailServer('accepted')),
    );
    expect(result).toEqual({ type: 'skipped', reason: { code: 'recipient.none' } });
    expect(await sends()).toEqual([]);
  });

  it('is sent again by the ledger when the server puts it off', async () => {
    const step = notice({ role: 'owner' });
    const runId = await started(step);
    expect(await perform(studio, step, runId, activitiesOf(studio, mailServer('temporary')))).toEqual({
      type: 'pending',
    });
    await studio.rows(`UPDATE sends SET next_attempt_at = now() - interval '1 second'`);
    await mailOutOf(studio.pool, mailServer('accepted')).ledger.sweep();
    expect(await sends()).toMatchObject([{ to_address: 'ann@sunday.test', state: 'sent' }]);
  });
});
