import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MailTransport } from '@cueline/email/smtp';
import { kinds, type SendMailStep } from '@cueline/workflows';
import { activitiesOf, decideAll, perform, runOf, stepsOf } from '../activities/effects/run.fixture.js';
import { TestStudio } from '../studio.fixture.js';

let studio: TestStudio;
let step: SendMailStep;
beforeEach(async () => {
  studio = await TestStudio.open();
  step = { ...kinds.sendMail.defaults('mail'), template: studio.templateId };
});
afterEach(() => studio.close());

const serverSaying = (type: 'accepted' | 'temporary'): MailTransport => ({
  deliver: async ({ onHandOver }) => {
    if (!(await onHandOver())) return { type: 'calledOff' };
    return type === 'accepted'
      ? { type, reply: '250 OK' }
      : { type, cause: 'busy', code: '450', reply: '450 later', handedOver: true };
  },
  close: () => undefined,
});
const send = (runId: string, type: 'accepted' | 'temporary' = 'accepted') =>
  perform(studio, step, runId, activitiesOf(studio, serverSaying(type)));
const sent = async () =>
  (await studio.rows<{ n: number }>(`SELECT count(*)::int AS n FROM sends WHERE state = 'sent'`))[0]!.n;
/** A run of a booking of its own, all of the same client. */
const booked = async (clientId: string) =>
  runOf(studio, step, { event: 'booking.created', subjectId: await studio.booking({ clientId }) });
const limit = (most: number | null) => studio.rows('UPDATE studios SET mails_per_contact_and_day = $1', most);

describe('the same mail about the same event', () => {
  /** Runs of two workflows for one event. */
  async function twins(): Promise<string[]> {
    const trigger = { event: 'booking.created', reentry: 'every-time' } as const;
    await studio.workflow({ trigger, steps: [step] });
    await studio.workflow({ trigger, steps: [step] });
    await studio.event('booking.created', await studio.booking());
    await decideAll(studio);
    return (await studio.rows<{ id: string }>('SELECT id FROM runs')).map(({ id }) => id);
  }

  it('leaves once, whichever of two workflows is first', async () => {
    const results = await Promise.all((await twins()).map((runId) => send(runId)));
    expect(results.map(({ type }) => type).sort()).toEqual(['done', 'skipped']);
    expect(results).toContainEqual({ type: 'skipped', reason: { code: 'mail.sameFact' } });
    expect(await sent()).toBe(1);
  });

  it('is no concern of another template, or of another step of the same run', async () => {
    const [one, other] = await twins();
    await send(one!);
    const visit = { studioId: studio.id, runId: one!, stepId: step.id, visit: 2, kind: step.kind };
    const again = activitiesOf(studio, serverSaying('accepted'));
    expect(await again.perform({ ...visit, last: true, journal: [] })).toMatchObject([
      { result: { type: 'done' } },
    ]);
    await studio.rows(
      `UPDATE workflow_versions SET definition = jsonb_set(definition, '{steps,0,template}', to_jsonb($1::text))`,
      await studio.template('Another'),
    );
    expect(await send(other!)).toMatchObject({ type: 'done' });
    expect(await sent()).toBe(3);
  });
});

describe('the mails of one address in a day', () => {
  it('are no more than the studio allows, across workflows, and the next one says why', async () => {
    await limit(2);
    const clientId = await studio.client();
    const runs = [await booked(clientId), await booked(clientId), await booked(clientId)];
    for (const run of runs.slice(0, 2)) expect(await send(run)).toMatchObject({ type: 'done' });
    expect(await send(runs[2]!)).toEqual({ type: 'skipped', reason: { code: 'mail.tooManyToday' } });
    expect(await stepsOf(studio, runs[2]!)).toMatchObject([
      { status: 'skipped', reason: { code: 'mail.tooManyToday', params: { limit: 2 } } },
    ]);
  });

  it('at the same moment are no more either', async () => {
    await limit(3);
    const clientId = await studio.client();
    const runs: string[] = [];
    for (let i = 0; i < 6; i++) runs.push(await booked(clientId));
    await Promise.all(runs.map((run) => send(run)));
    expect(await sent()).toBe(3);
  });

  it('count anew the day after, and for another address', async () => {
    await limit(1);
    const clientId = await studio.client();
    await send(await booked(clientId));
    await studio.rows('UPDATE mails_of_day SET day = day - 1');
    expect(await send(await booked(clientId))).toMatchObject({ type: 'done' });
    expect(await send(await booked(await studio.client('Alma')))).toMatchObject({ type: 'done' });
  });

  it('are as many as there are where the studio sets no limit', async () => {
    await limit(null);
    const clientId = await studio.client();
    for (let i = 0; i < 12; i++) await send(await booked(clientId));
    expect(await sent()).toBe(12);
  });

  it('count a mail once that the server put off', async () => {
    await limit(2);
    const clientId = await studio.client();
    const putOff = await booked(clientId);
    expect(await send(putOff, 'temporary')).toEqual({ type: 'pending' });
    await studio.rows(`DELETE FROM run_steps WHERE run_id = $1`, putOff);
    expect(await send(putOff)).toMatchObject({ type: 'done' });
    expect(await send(await booked(clientId))).toMatchObject({ type: 'done' });
    expect(await sent()).toBe(2);
  });
});
