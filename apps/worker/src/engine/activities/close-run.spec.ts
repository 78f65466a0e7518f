import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kinds, type Definition } from '@cueline/workflows';
import { TestStudio } from '../../studio.fixture.js';
import { activitiesOf, decideAll, runOf, stepsOf } from './effects/run.fixture.js';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

const rest = kinds.wait.defaults('rest');

/** A booking's run that is to rest. */
async function resting(exitOn: Definition['exitOn'] = []) {
  const clientId = await studio.client();
  const bookingId = await studio.booking({ clientId });
  const runId = await runOf(studio, rest, { event: 'booking.created', subjectId: bookingId, exitOn });
  return { clientId, bookingId, runId };
}

/** It has been told of its end, and the wait is cut short. */
async function exited(runId: string) {
  const reason = { code: 'exit.event' } as const;
  const cut = { stepId: 'rest', visit: 1, kind: 'wait', status: 'skipped', cause: 'exited', reason } as const;
  const journal = [{ ...cut, at: new Date().toISOString() }];
  await activitiesOf(studio).close({ studioId: studio.id, runId, result: 'exited', reason, journal });
  const runs = await studio.rows<{ reason: unknown }>('SELECT reason FROM runs WHERE id = $1', runId);
  return [runs[0]!.reason, (await stepsOf(studio, runId))[0]!.reason];
}

describe('why a run ended early stands at the run and at the wait that was cut short', () => {
  it('with the event that its workflow names', async () => {
    const { clientId, runId } = await resting([{ event: 'form.answered' }]);
    await studio.event('form.answered', clientId, {}, 'client');
    const why = { code: 'exit.event', params: { event: 'form.answered' } };
    expect(await exited(runId)).toEqual([why, why]);
  });

  it('as its booking is', async () => {
    const { bookingId, runId } = await resting();
    await studio.rows(`UPDATE bookings SET status = 'cancelled' WHERE id = $1`, bookingId);
    const why = { code: 'exit.bookingCancelled', params: {} };
    expect(await exited(runId)).toEqual([why, why]);
  });

  it('with what it was told, when the record says nothing of it any more', async () => {
    const { bookingId, runId } = await resting();
    await studio.event('booking.cancelled', bookingId);
    await decideAll(studio);
    const why = { code: 'exit.event', params: { event: 'booking.cancelled' } };
    expect(await exited(runId)).toEqual([why, why]);
  });
});
