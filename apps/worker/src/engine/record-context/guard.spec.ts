import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kinds } from '@cueline/workflows';
import { perform, runOf } from '../activities/effects/run.fixture.js';
import { invoiceOf, mailOf, projectOf, taskOf } from '../../records.fixture.js';
import { TestStudio, type Event } from '../../studio.fixture.js';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

const task = { ...kinds.createTask.defaults('call'), title: 'Call' };

/** The step of a booking's run, carried out after an event that the run has not been told of. */
async function carriedOutAfter(
  event: Event,
  about: (of: { clientId: string; bookingId: string }) => Promise<[id: string, type: string]>,
) {
  const clientId = await studio.client();
  const bookingId = await studio.booking({ clientId });
  const runId = await runOf(studio, task, {
    event: 'booking.created',
    subjectId: bookingId,
    exitOn: [{ event }],
  });
  const [id, type] = await about({ clientId, bookingId });
  await studio.event(event, id, {}, type);
  return perform(studio, task, runId);
}

const exits = { type: 'exit', reason: { code: 'exit.event' } };

describe('before an effect, whether or not the run has heard of it, an event that ends it counts', () => {
  it('about its own record', async () => {
    const own = ({ bookingId }: { bookingId: string }) =>
      Promise.resolve<[string, string]>([bookingId, 'booking']);
    expect(await carriedOutAfter('booking.completed', own)).toEqual(exits);
  });

  it.each<Event>(['form.answered', 'client.unsubscribed'])('%s, about its client', async (event) => {
    const client = ({ clientId }: { clientId: string }) =>
      Promise.resolve<[string, string]>([clientId, 'client']);
    expect(await carriedOutAfter(event, client)).toEqual(exits);
  });

  it('about a mail of its client, and not about another’s', async () => {
    const replied = (of: (clientId: string) => Promise<string>) =>
      carriedOutAfter('mail.replied', async ({ clientId }) => [
        await mailOf(studio, await of(clientId)),
        'message',
      ]);
    expect(await replied((clientId) => Promise.resolve(clientId))).toEqual(exits);
    expect(await replied(() => studio.client('Elis'))).toMatchObject({ type: 'done' });
  });

  it.each<[Event, string, (studio: TestStudio, clientId: string, bookingId: string) => Promise<string>]>([
    ['invoice.paid', 'invoice', invoiceOf],
    ['task.assigned', 'task', taskOf],
    ['project.stage_changed', 'project', projectOf],
  ])('%s, about the %s of its booking, and not about another’s', async (event, type, of) => {
    expect(
      await carriedOutAfter(event, async ({ clientId, bookingId }) => [
        await of(studio, clientId, bookingId),
        type,
      ]),
    ).toEqual(exits);
    expect(
      await carriedOutAfter(event, async ({ clientId }) => [
        await of(studio, clientId, await studio.booking({ clientId })),
        type,
      ]),
    ).toMatchObject({ type: 'done' });
  });
});
