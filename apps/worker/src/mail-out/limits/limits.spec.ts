import { describe, expect, it } from '@jest/globals';
import type { MailTransport } from '@cueline/email/smtp';
import { describeReason } from '@cueline/workflows';
import {
  activitiesOf,
  decideAll,
  perform,
  runOf,
  stepsOf,
} from '../../engine/activities/effects/run.fixture.js';
import { mailSuite } from '../mail-suite.fixture.js';
import { mailOutOf } from '../mail-out.fixture.js';

const suite = mailSuite();

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
  perform(suite.studio, suite.step, runId, activitiesOf(suite.studio, serverSaying(type)));
const sent = async () =>
  (await suite.studio.rows<{ n: number }>(`SELECT count(*)::int AS n FROM sends WHERE state = 'sent'`))[0]!.n;
/** A run of a booking of its own, all of the same client. */
const booked = async (clientId: string) =>
  runOf(suite.studio, suite.step, {
    event: 'booking.created',
    subjectId: await suite.studio.booking({ clientId }),
  });
const ledger = () => mailOutOf(suite.studio.pool, serverSaying('accepted')).ledger;
/** What waits for a later day, in its order. */
const delayed = () =>
  suite.studio.rows<{ key: string; day: string; next_attempt_at: Date }>(
    `SELECT key, delayed_to::text AS day, next_attempt_at FROM sends WHERE state = 'queued' AND delayed_to IS NOT NULL ORDER BY next_attempt_at`,
  );
/** The next day on which something waits comes. */
async function nextDay(): Promise<void> {
  const [row] = await suite.studio.rows<{ days: number }>(
    `SELECT min(delayed_to) - (now() AT TIME ZONE 'Europe/Berlin')::date AS days FROM sends WHERE state = 'queued'`,
  );
  await suite.studio.rows('UPDATE mails_of_day SET day = day - $1::int', row!.days);
  await suite.studio.rows(
    `UPDATE sends SET delayed_to = delayed_to - $1::int, next_attempt_at = now() - interval '1 second' + (next_attempt_at - (
       SELECT max(next_attempt_at) FROM sends WHERE delayed_to = (SELECT min(delayed_to) FROM sends WHERE state = 'queued'))),
       counted_on = counted_on - $1::int WHERE state IN ('queued', 'sent')`,
    row!.days,
  );
}
const limit = (most: number | null) =>
  suite.studio.rows('UPDATE studios SET mails_per_contact_and_day = $1', most);

describe('the same mail about the same event', () => {
  /** Runs of two workflows for one event. */
  async function twins(): Promise<string[]> {
    const trigger = { event: 'booking.created', reentry: 'every-time' } as const;
    await suite.studio.workflow({ trigger, steps: [suite.step] });
    await suite.studio.workflow({ trigger, steps: [suite.step] });
    await suite.studio.event('booking.created', await suite.studio.booking());
    await decideAll(suite.studio);
    return (await suite.studio.rows<{ id: string }>('SELECT id FROM runs')).map(({ id }) => id);
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
    const visit = {
      studioId: suite.studio.id,
      runId: one!,
      stepId: suite.step.id,
      visit: 2,
      kind: suite.step.kind,
    };
    const again = activitiesOf(suite.studio, serverSaying('accepted'));
    expect(await again.perform({ ...visit, last: true, journal: [] })).toMatchObject([
      { result: { type: 'done' } },
    ]);
    await suite.studio.rows(
      `UPDATE workflow_versions SET definition = jsonb_set(definition, '{steps,0,template}', to_jsonb($1::text))`,
      await suite.studio.template('Another'),
    );
    expect(await send(other!)).toMatchObject({ type: 'done' });
    expect(await sent()).toBe(3);
  });
});

describe('the mails of one address in a day', () => {
  it('are no more than the studio allows, across workflows; the next one waits for the next day and says why', async () => {
    await limit(2);
    const clientId = await suite.studio.client();
    const runs = [await booked(clientId), await booked(clientId), await booked(clientId)];
    for (const run of runs.slice(0, 2)) expect(await send(run)).toMatchObject({ type: 'done' });
    expect(await send(runs[2]!)).toEqual({ type: 'pending' });
    const [step] = await stepsOf(suite.studio, runs[2]!);
    expect(step).toMatchObject({
      status: 'waiting',
      reason: { code: 'mail.tooManyToday', params: { limit: 2, address: 'mara@clients.test' } },
    });
    expect(describeReason(step!.reason, 'en')[0]).toMatch(
      /^Waits until \w{3},? \d+ \w+,? 09:00: mara@clients\.test has had 2 emails today/,
    );
    const [row] = await delayed();
    expect(+row!.next_attempt_at - Date.now()).toBeGreaterThan(0);
  });

  it('at the same moment are no more either, and the others wait', async () => {
    await limit(3);
    const clientId = await suite.studio.client();
    const runs: string[] = [];
    for (let i = 0; i < 6; i++) runs.push(await booked(clientId));
    await Promise.all(runs.map((run) => send(run)));
    expect(await sent()).toBe(3);
    expect(await delayed()).toHaveLength(3);
  });

  it('spread over the days that follow, so many a day as are allowed, in their order', async () => {
    await limit(2);
    const clientId = await suite.studio.client();
    for (let i = 0; i < 7; i++) await send(await booked(clientId));
    const rows = await delayed();
    expect(rows).toHaveLength(5);
    const days = rows.map(({ day }) => day);
    expect(days).toEqual([...days].sort());
    expect([...new Set(days)].map((day) => days.filter((one) => one === day).length)).toEqual([2, 2, 1]);
  });

  it('that have a place on a day all leave on it, also at the same moment', async () => {
    await limit(8);
    const clientId = await suite.studio.client();
    for (let i = 0; i < 16; i++) await send(await booked(clientId));
    expect(await delayed()).toHaveLength(8);
    await nextDay();
    await ledger().sweep();
    expect(await sent()).toBe(16);
  });

  it('that wait leave before those of the new day, each day its number', async () => {
    await limit(2);
    const clientId = await suite.studio.client();
    for (let i = 0; i < 5; i++) await send(await booked(clientId));
    const first = (await delayed()).map(({ key }) => key);
    await nextDay();
    // Two wait for today: a new one comes after them.
    expect(await send(await booked(clientId))).toEqual({ type: 'pending' });
    await ledger().sweep();
    expect(await sent()).toBe(4);
    expect(
      (await suite.studio.rows<{ key: string }>(`SELECT key FROM sends WHERE state = 'sent'`)).map(
        ({ key }) => key,
      ),
    ).toEqual(expect.arrayContaining(first.slice(0, 2)));
    await nextDay();
    await ledger().sweep();
    expect(await sent()).toBe(6);
    expect(await delayed()).toEqual([]);
  });

  it('that find no place within a week wait for a person, who sends or leaves them out', async () => {
    await limit(1);
    const clientId = await suite.studio.client();
    for (let i = 0; i < 9; i++) await send(await booked(clientId));
    const held = await suite.studio.rows<{ code: string }>(
      `SELECT reason->>'code' AS code FROM sends WHERE state = 'held' AND hold_group = 'limit:mara@clients.test'`,
    );
    expect(held.length).toBeGreaterThan(0);
    expect(held[0]).toEqual({ code: 'hold.limit' });
    await suite.studio.rows(`UPDATE mail_holds SET cleared_at = now(), cleared_by = 'Ann'`);
    const before = await sent();
    await ledger().sweep();
    await suite.studio.rows(
      `UPDATE sends SET next_attempt_at = now() - interval '1 second' WHERE released_at IS NOT NULL AND state = 'queued'`,
    );
    await ledger().sweep();
    expect(await sent()).toBe(before + held.length);
  });

  it('that wait are not sent when their booking is cancelled meanwhile', async () => {
    await limit(1);
    const clientId = await suite.studio.client();
    await send(await booked(clientId));
    await send(await booked(clientId));
    await suite.studio.rows(`UPDATE bookings SET status = 'cancelled'`);
    await nextDay();
    await ledger().sweep();
    expect(
      await suite.studio.rows(`SELECT state::text, reason->>'code' AS code FROM sends WHERE state <> 'sent'`),
    ).toEqual([{ state: 'suppressed', code: 'exit.bookingCancelled' }]);
  });

  it('count anew the day after, and for another address', async () => {
    await limit(1);
    const clientId = await suite.studio.client();
    await send(await booked(clientId));
    await suite.studio.rows('UPDATE mails_of_day SET day = day - 1');
    expect(await send(await booked(clientId))).toMatchObject({ type: 'done' });
    expect(await send(await booked(await suite.studio.client('Alma')))).toMatchObject({ type: 'done' });
  });

  it('are as many as there are where the studio sets no limit', async () => {
    await limit(null);
    const clientId = await suite.studio.client();
    for (let i = 0; i < 12; i++) await send(await booked(clientId));
    expect(await sent()).toBe(12);
  });

  it('count a mail once that the server put off', async () => {
    await limit(2);
    const clientId = await suite.studio.client();
    const putOff = await booked(clientId);
    expect(await send(putOff, 'temporary')).toEqual({ type: 'pending' });
    await suite.studio.rows(`DELETE FROM run_steps WHERE run_id = $1`, putOff);
    expect(await send(putOff)).toMatchObject({ type: 'done' });
    expect(await send(await booked(clientId))).toMatchObject({ type: 'done' });
    expect(await sent()).toBe(2);
  });
});
