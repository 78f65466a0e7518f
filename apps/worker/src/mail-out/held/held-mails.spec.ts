import { HeldMails, type Hold, type SendRecord } from '@cueline/database';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kinds, type SendMailStep } from '@cueline/workflows';
import { runOf } from '../../engine/activities/effects/run.fixture.js';
import { TestStudio } from '../../studio.fixture.js';
import { sendKeyOf } from '../queue/send-key.js';

let studio: TestStudio;
let held: HeldMails;
let step: SendMailStep;
beforeEach(async () => {
  studio = await TestStudio.open();
  held = new HeldMails(studio.pool);
  step = { ...kinds.sendMail.defaults('mail'), template: studio.templateId };
});
afterEach(() => studio.close());

const firstContacts: Hold = {
  group: 'first-contacts',
  cause: 'firstContacts',
  reason: { code: 'mail.manyFirstContacts', params: { mails: 51 } },
  probeAfter: null,
};

async function mail(name: string): Promise<SendRecord> {
  const clientId = await studio.client(name);
  const subjectId = await studio.booking({ clientId });
  const runId = await runOf(studio, step, { event: 'booking.created', subjectId });
  const address = `${name.toLowerCase()}@clients.test`;
  const key = sendKeyOf({ studioId: studio.id, runId, stepId: 'mail', visit: 1, recipient: address });
  return {
    key,
    purpose: 'step',
    runId,
    stepId: 'mail',
    visit: 1,
    approvalId: null,
    brandId: studio.brandId,
    senderId: null,
    clientId,
    templateId: studio.templateId,
    category: 'transactional',
    toAddress: address,
    toName: name,
    messageId: `<${key.slice(0, 20)}@mail.test>`,
    subjectType: 'booking',
    subjectId,
    fromAddress: 'studio@mail.test',
    subject: 'Hello',
    text: 'Hello',
    html: '<p>Hello</p>',
    day: '2027-05-03',
  };
}
const standings = () =>
  studio.rows<{ to_name: string; state: string; code: string; is_released: boolean }>(
    `SELECT to_name, state::text, reason->>'code' AS code, released_at IS NOT NULL AS is_released FROM sends ORDER BY next_attempt_at, created_at`,
  );
const byPerson = () => studio.rows(`UPDATE mail_holds SET cleared_at = now(), cleared_by = 'Ann'`);

describe('a held mail', () => {
  it('waits with its reason, however often the ledger is swept, and its run’s step says so', async () => {
    const one = await mail('Alma');
    await studio.rows(
      `INSERT INTO run_steps (studio_id, run_id, step_id, visit, kind, status) VALUES ($1, $2, 'mail', 1, 'sendMail', 'waiting')`,
      studio.id,
      one.runId,
    );
    expect(await held.hold(studio.id, one, firstContacts)).toBe(true);
    await held.sweep();
    expect(await standings()).toMatchObject([{ state: 'held', code: 'mail.manyFirstContacts' }]);
    expect(await studio.rows('SELECT reason FROM run_steps')).toEqual([{ reason: firstContacts.reason }]);
  });

  it('goes on with its whole group, in the order in which they were made, when a person says so', async () => {
    for (const name of ['Alma', 'Bo', 'Cy']) await held.hold(studio.id, await mail(name), firstContacts);
    await byPerson();
    await held.sweep();
    expect(await standings()).toMatchObject(
      ['Alma', 'Bo', 'Cy'].map((to_name) => ({ to_name, state: 'queued', is_released: true })),
    );
  });

  it('that a rule lets go counts as released by nobody', async () => {
    await held.hold(studio.id, await mail('Alma'), firstContacts);
    await held.clear(studio.id, 'first-contacts');
    await held.sweep();
    expect(await standings()).toMatchObject([{ state: 'queued', is_released: false }]);
  });

  it('is let go as well when it joins a group that was cleared at that moment', async () => {
    await held.hold(studio.id, await mail('Alma'), firstContacts);
    await byPerson();
    await held.sweep();
    await held.sweep();
    await held.hold(studio.id, await mail('Bo'), firstContacts, 'joins');
    await held.sweep();
    expect((await standings()).map(({ state }) => state)).toEqual(['queued', 'queued']);
  });

  it('of a run that ended is none any more', async () => {
    await held.hold(studio.id, await mail('Alma'), firstContacts);
    await studio.rows('UPDATE runs SET ended_at = now()');
    await held.sweep();
    expect(await standings()).toMatchObject([{ state: 'suppressed', code: 'run.ended' }]);
  });

  it('is none that has left or is in other hands', async () => {
    const one = await mail('Alma');
    await held.hold(studio.id, one, firstContacts);
    for (const state of ['sending', 'sent', 'in_doubt', 'failed', 'suppressed']) {
      await studio.rows('UPDATE sends SET state = $1::send_state', state);
      expect(await held.hold(studio.id, one, firstContacts)).toBe(false);
    }
  });
});
