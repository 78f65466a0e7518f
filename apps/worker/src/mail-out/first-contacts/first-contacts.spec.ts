import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MailTransport } from '@cueline/email/smtp';
import { kinds, describeReason, type SendMailStep } from '@cueline/workflows';
import {
  activitiesOf,
  decideAll,
  perform,
  runOf,
  stepsOf,
} from '../../engine/activities/effects/run.fixture.js';
import { TestStudio } from '../../studio.fixture.js';

let studio: TestStudio;
let answer: SendMailStep;
beforeEach(async () => {
  studio = await TestStudio.open();
  const template = await studio.template('Thanks');
  answer = { ...kinds.sendMail.defaults('mail'), template, to: { role: 'inquirer' } };
});
afterEach(() => studio.close());

const server: MailTransport = {
  deliver: async ({ onHandOver }) =>
    (await onHandOver()) ? { type: 'accepted', reply: '250 OK' } : { type: 'calledOff' },
  close: () => undefined,
};
async function inquiryOf(name: string, email = `${randomUUID()}@x.test`, clientId: string | null = null) {
  const id = randomUUID();
  await studio.rows(
    `INSERT INTO inquiries (id, studio_id, brand_id, client_id, name, email, message, updated_at) VALUES ($1, $2, $3, $4, $5, $6, 'Hello', now())`,
    id,
    studio.id,
    studio.brandId,
    clientId,
    name,
    email,
  );
  return id;
}
const inquire = async (name: string, step = answer, email?: string) =>
  runOf(studio, step, {
    event: 'inquiry.received',
    subjectId: await inquiryOf(name, email),
    subjectType: 'inquiry',
  });
const send = (runId: string, step = answer) => perform(studio, step, runId, activitiesOf(studio, server));
const states = async () =>
  Object.fromEntries(
    (
      await studio.rows<{ state: string; n: number }>(
        `SELECT state::text, count(*)::int AS n FROM sends GROUP BY state`,
      )
    ).map(({ state, n }) => [state, n]),
  );

describe('a name that is an advertisement', () => {
  it('is not answered by a machine, and the step says why', async () => {
    const run = await inquire('You won 500 EUR https://prize.example.test');
    expect(await send(run)).toEqual({ type: 'skipped', reason: { code: 'mail.nameAdvertises' } });
    const [step] = await stepsOf(studio, run);
    expect(describeReason(step!.reason, 'en')).toEqual([
      'Not sent automatically: Inquiry name holds a link, as advertisements do that are sent through forms. Write by hand if somebody real asks.',
    ]);
    expect(await states()).toEqual({});
  });

  it('is answered when a person has looked at the mail, and a name that people have at once', async () => {
    const looked = { ...answer, approval: true as never };
    expect(await send(await inquire('Visit prize.com', looked), looked)).toMatchObject({ type: 'done' });
    expect(await send(await inquire('Mara Lindqvist'))).toMatchObject({ type: 'done' });
  });

  it('is none of a client’s that the studio entered itself, and one of a client that came of an inquiry', async () => {
    const step: SendMailStep = { ...answer, to: { role: 'client' } };
    const clientId = await studio.client('prize.com');
    const booked = async () =>
      runOf(studio, step, { event: 'booking.created', subjectId: await studio.booking({ clientId }) });
    expect(await send(await booked(), step)).toMatchObject({ type: 'done' });
    await inquiryOf('prize.com', 'a@x.test', clientId);
    expect(await send(await booked(), step)).toMatchObject({ reason: { code: 'mail.nameAdvertises' } });
  });
});

describe('the strangers who are answered in an hour', () => {
  const limit = (most: number | null) => studio.rows('UPDATE studios SET first_contacts_per_hour = $1', most);

  it('are no more than the studio allows; the answers to more are held, and none is lost', async () => {
    await limit(3);
    const workflow = {
      trigger: { event: 'inquiry.received', reentry: 'every-time' },
      steps: [answer],
    } as const;
    await studio.workflow(workflow);
    for (let i = 0; i < 7; i++)
      await studio.event('inquiry.received', await inquiryOf(`Mara ${'abcdefg'[i]}`), {}, 'inquiry');
    await decideAll(studio);
    const runs = await studio.rows<{ id: string }>('SELECT id::text FROM runs');
    const results = await Promise.all(runs.map(({ id }) => send(id)));
    expect(results.map(({ type }) => type).sort()).toEqual([
      ...Array<string>(3).fill('done'),
      ...Array<string>(4).fill('pending'),
    ]);
    expect(await states()).toEqual({ sent: 3, held: 4 });
    const [hold] = await studio.rows<{ hold_group: string; cause: string; reason: object }>(
      'SELECT hold_group, cause, reason FROM mail_holds',
    );
    expect(hold).toMatchObject({ hold_group: 'first-contacts', cause: 'firstContacts' });
    expect(describeReason(hold!.reason, 'en')[0]).toMatch(/^Held: more than 3 people/);
    // Asked again by a retried activity, each is what it was.
    await Promise.all(runs.map(({ id }) => send(id)));
    expect(await states()).toEqual({ sent: 3, held: 4 });
  });

  it('count anew in the next hour, and whoever was answered before is no stranger', async () => {
    await limit(1);
    expect(await send(await inquire('Mara', answer, 'mara@x.test'))).toMatchObject({ type: 'done' });
    expect(await send(await inquire('Mara', answer, 'MARA@x.test'))).toMatchObject({ type: 'done' });
    expect(await send(await inquire('Elis'))).toMatchObject({ type: 'pending' });
    await studio.rows(`UPDATE first_contact_hours SET since = since - interval '61 minutes'`);
    expect(await send(await inquire('Jo'))).toMatchObject({ type: 'done' });
  });

  it('are any number where the studio says so, and none where it says none', async () => {
    await limit(null);
    expect(await send(await inquire('Mara'))).toMatchObject({ type: 'done' });
    await limit(0);
    expect(await send(await inquire('Elis'))).toMatchObject({ type: 'pending' });
  });
});
