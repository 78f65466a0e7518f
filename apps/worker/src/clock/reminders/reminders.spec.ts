import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { kinds, type Step } from '@cueline/workflows';
import { activitiesOf, runOf, stepsOf } from '../../engine/activities/effects/run.fixture.js';
import { RunContextRepository } from '../../engine/record-context/run-context.repository.js';
import { mailOutOf } from '../../mail-out/mail-out.fixture.js';
import { TestStudio } from '../../studio.fixture.js';
import { QuestionsRepository } from './questions.repository.js';
import { Reminders } from './reminders.js';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
  for (const name of ['Ann', 'Bo']) await member(name);
});
afterEach(() => studio.close());

const daily: Step = { ...kinds.approve.defaults('ask'), question: 'Shall Mara have\nthe album?' };
const once: Step = { ...daily, remindEvery: undefined };

async function member(name: string): Promise<void> {
  const id = randomUUID();
  await studio.rows(
    `WITH u AS (INSERT INTO users (id, name, email, updated_at) VALUES ($1, $2, $3, now()))
     INSERT INTO members (id, studio_id, user_id, role) VALUES (gen_random_uuid(), $4, $1, 'member')`,
    id,
    name,
    `${name.toLowerCase()}@sunday.test`,
    studio.id,
  );
}

/** The id of a run that waits at this step. */
async function runAwaitingAnswer(step: Step): Promise<string> {
  const runId = await runOf(studio, step, { event: 'booking.created', subjectId: await studio.booking() });
  const call = { studioId: studio.id, runId, stepId: step.id, visit: 1, journal: [] };
  expect(await activitiesOf(studio).resolveWait(call)).toMatchObject({ type: 'wait' });
  return runId;
}

const sweep = () =>
  new Reminders(
    new QuestionsRepository(studio.pool),
    new RunContextRepository(studio.pool),
    'mail.test',
  ).sweep();
const reminded = async () =>
  (
    await studio.rows<{ to_address: string }>(
      `SELECT to_address FROM sends WHERE purpose = 'reminder' AND state = 'queued' ORDER BY created_at, to_address`,
    )
  ).map(({ to_address }) => to_address);
const accepting = {
  deliver: async ({ onHandOver }: { onHandOver: () => Promise<boolean> }) =>
    (await onHandOver())
      ? ({ type: 'accepted', reply: '250 OK' } as const)
      : ({ type: 'calledOff' } as const),
  close: () => undefined,
};

const ledger = () => mailOutOf(studio.pool, accepting).ledger;
const both = ['ann@sunday.test', 'bo@sunday.test'];
const aDayLater = () => studio.rows(`UPDATE approvals SET remind_at = remind_at - interval '1 day'`);
const next = async () =>
  (await studio.rows<{ remind_at: Date | null }>('SELECT remind_at FROM approvals'))[0]!.remind_at;

describe('a question that waits', () => {
  it('is told to every member at once, and by many workers once', async () => {
    await runAwaitingAnswer(daily);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await reminded()).toEqual(both);
  });

  it('is told again after the time that the step says, at the same local time', async () => {
    await runAwaitingAnswer(daily);
    await sweep();
    expect(Math.round((+(await next())! - Date.now()) / 3_600_000)).toBeGreaterThanOrEqual(23);
    await aDayLater();
    await sweep();
    expect(await reminded()).toEqual([...both, ...both]);
  });

  it('is told once when the step asks for no reminders', async () => {
    await runAwaitingAnswer(once);
    await sweep();
    expect(await next()).toBeNull();
    expect(await reminded()).toEqual(both);
  });

  it('is told by a mail with the way there, for which the run does not wait', async () => {
    const runId = await runAwaitingAnswer(daily);
    await sweep();
    await ledger().sweep();
    const mails = await studio.rows(
      `SELECT s.state::text, s.notify_run, m.subject, m.text LIKE '%/runs/' || $1 || '%' AS leads_there
       FROM sends s JOIN messages m ON m.send_id = s.id`,
      runId,
    );
    const subject = 'Waiting for your answer: Shall Mara have the album?';
    const mail = { state: 'sent', notify_run: false, subject, leads_there: true };
    expect(mails).toEqual([mail, mail]);
    expect(await stepsOf(studio, runId)).toMatchObject([{ status: 'waiting' }]);
  });

  it('is not mailed about any more when somebody answered before the mail left', async () => {
    await runAwaitingAnswer(daily);
    await sweep();
    await studio.rows(`UPDATE approvals SET state = 'declined'`);
    await ledger().sweep();
    expect(await studio.rows('SELECT DISTINCT state::text, reason FROM sends')).toEqual([
      { state: 'suppressed', reason: { code: 'approval.answered', params: {} } },
    ]);
  });

  it('is told when its run goes on, not while it is paused', async () => {
    const runId = await runAwaitingAnswer(daily);
    await studio.rows('UPDATE runs SET paused_at = now() WHERE id = $1', runId);
    await sweep();
    expect(await reminded()).toEqual([]);
    await studio.rows('UPDATE runs SET paused_at = NULL WHERE id = $1', runId);
    await sweep();
    expect(await reminded()).toEqual(both);
  });

  it.each([
    ['answered', `UPDATE approvals SET state = 'approved'`],
    ['passed over', `UPDATE run_steps SET status = 'skipped'`],
    ['of a run that ended', 'UPDATE runs SET ended_at = now()'],
  ])('is told nobody any more once it is %s', async (_, change) => {
    await runAwaitingAnswer(daily);
    await studio.rows(change);
    await sweep();
    expect(await reminded()).toEqual([]);
  });
});
