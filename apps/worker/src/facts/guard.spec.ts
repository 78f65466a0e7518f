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

/** A row with an id of its own, of this studio and brand. @param values SQL; `$4` and on are those `given` */
async function rowOf(table: string, columns: string, values: string, ...given: unknown[]): Promise<string> {
  const id = randomUUID();
  await studio.rows(
    `INSERT INTO ${table} (id, studio_id, brand_id, ${columns}) VALUES ($1, $2, $3, ${values})`,
    id,
    studio.id,
    studio.brandId,
    ...given,
  );
  return id;
}

const mailOf = (clientId: string) =>
  rowOf(
    'messages',
    'direction, client_id, message_id, from_address, to_addresses, subject, text, html, occurred_at',
    `'incoming', $4, gen_random_uuid(), 'a@b.test', '{}', '', '', '', now()`,
    clientId,
  );

const taskOf = (bookingId: string) =>
  rowOf('tasks', 'title, booking_id, updated_at', `'T', $4, now()`, bookingId);

async function projectOf(clientId: string, bookingId: string): Promise<string> {
  const id = await rowOf('projects', 'client_id, name, updated_at', `$4, 'P', now()`, clientId);
  await studio.rows('UPDATE bookings SET project_id = $1 WHERE id = $2', id, bookingId);
  return id;
}

const invoiceOf = (clientId: string, bookingId: string) =>
  rowOf(
    'invoices',
    'client_id, booking_id, number, status, currency, total_minor, updated_at',
    `$4, $5, gen_random_uuid(), 'issued', 'EUR', 100, now()`,
    clientId,
    bookingId,
  );

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

  it('about a mail of its client, and not about another’s', async () => {
    const replied = (of: (clientId: string) => Promise<string>) =>
      carriedOutAfter('mail.replied', async ({ clientId }) => [await mailOf(await of(clientId)), 'message']);
    expect(await replied((clientId) => Promise.resolve(clientId))).toEqual(exits);
    expect(await replied(() => studio.client('Elis'))).toMatchObject({ type: 'done' });
  });

  it.each<[Event, string, (clientId: string, bookingId: string) => Promise<string>]>([
    ['invoice.paid', 'invoice', invoiceOf],
    ['task.assigned', 'task', (_, bookingId) => taskOf(bookingId)],
    ['project.stage_changed', 'project', projectOf],
  ])('%s, about the %s of its booking, and not about another’s', async (event, type, of) => {
    expect(
      await carriedOutAfter(event, async ({ clientId, bookingId }) => [await of(clientId, bookingId), type]),
    ).toEqual(exits);
    expect(
      await carriedOutAfter(event, async ({ clientId }) => [
        await of(clientId, await studio.booking({ clientId })),
        type,
      ]),
    ).toMatchObject({ type: 'done' });
  });
});
