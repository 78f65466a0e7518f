import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { kinds } from '@cueline/workflows';
import { perform, runOf } from '../activities/effects/run.fixture.js';
import { TestStudio, type Event } from '../studio.fixture.js';

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

async function invoiceOf(clientId: string, bookingId: string | null): Promise<string> {
  const id = randomUUID();
  await studio.rows(
    `INSERT INTO invoices (id, studio_id, brand_id, client_id, booking_id, number, status, currency, total_minor, updated_at)
     VALUES ($1, $2, $3, $4, $5, gen_random_uuid(), 'issued', 'EUR', 100, now())`,
    id,
    studio.id,
    studio.brandId,
    clientId,
    bookingId,
  );
  return id;
}

const exits = { type: 'exit', reason: { code: 'exit.event' } };

describe('before an effect, whether or not the run has heard of it, an event that ends it counts', () => {
  it('about its own record', async () => {
    const own = ({ bookingId }: { bookingId: string }) =>
      Promise.resolve<[string, string]>([bookingId, 'booking']);
    expect(await carriedOutAfter('booking.completed', own)).toEqual(exits);
  });

  it('about its client', async () => {
    const client = ({ clientId }: { clientId: string }) =>
      Promise.resolve<[string, string]>([clientId, 'client']);
    expect(await carriedOutAfter('form.answered', client)).toEqual(exits);
  });

  it('about what belongs to its booking, and not about what belongs to another', async () => {
    expect(
      await carriedOutAfter('invoice.paid', async ({ clientId, bookingId }) => [
        await invoiceOf(clientId, bookingId),
        'invoice',
      ]),
    ).toEqual(exits);
    expect(
      await carriedOutAfter('invoice.paid', async ({ clientId }) => [
        await invoiceOf(clientId, await studio.booking({ clientId })),
        'invoice',
      ]),
    ).toMatchObject({ type: 'done' });
  });
});
