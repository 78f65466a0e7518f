import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { MailTransport } from '@cueline/email/smtp';
import type { MailAuthor } from '@cueline/workflows';
import { activitiesOf, perform, runOf } from '../../../engine/activities/effects/run.fixture.js';
import { mailSuite } from '../../mail-suite.fixture.js';

const suite = mailSuite();

async function staff(email: string | null): Promise<string> {
  const id = randomUUID();
  await suite.studio.rows(
    `INSERT INTO staff (id, studio_id, first_name, last_name, email, updated_at) VALUES ($1, $2, 'Noah', 'Berg', $3, now())`,
    id,
    suite.studio.id,
    email,
  );
  return id;
}

/** The head of the mail that the step sends about a booking. */
async function sentFrom(from: MailAuthor, worksThere?: string): Promise<string> {
  const { studio } = suite;
  let message = '';
  const server: MailTransport = {
    async deliver(delivery) {
      if (!(await delivery.onHandOver())) return { type: 'calledOff' };
      message = delivery.message.toString();
      return { type: 'accepted', reply: '250 ok' };
    },
    close: () => undefined,
  };
  const subjectId = await studio.booking({ clientId: await studio.client() });
  if (worksThere)
    await studio.rows(
      `INSERT INTO booking_staff (studio_id, booking_id, staff_id) VALUES ($1, $2, $3)`,
      studio.id,
      subjectId,
      worksThere,
    );
  const step = { ...suite.step, from };
  const runId = await runOf(studio, step, { event: 'booking.created', subjectId });
  await perform(studio, step, runId, activitiesOf(studio, server));
  return message;
}

const inNoahsName = (head: string) => {
  expect(head).toMatch(/^From: =\?UTF-8\?Q\?Noah_Berg.*<studio-sunday@mail\.test>$/m);
  expect(head).toMatch(/^Reply-To: noah@sunday\.test$/m);
};

it('a step writes in the name of a staff member, who gets the answers', async () => {
  inNoahsName(await sentFrom({ type: 'staff', id: await staff('noah@sunday.test') }));
});

it('a step writes in the name of who works at the booking', async () => {
  inNoahsName(await sentFrom({ type: 'staffOnBooking' }, await staff('noah@sunday.test')));
});

it.each<[string, () => Promise<MailAuthor>]>([
  ['nobody works at the booking', () => Promise.resolve({ type: 'staffOnBooking' })],
  ['the staff member has no address', async () => ({ type: 'staff', id: await staff(null) })],
])('a step writes in the brand’s name where %s', async (_, from) => {
  const head = await sentFrom(await from());
  expect(head).toMatch(/^From: Sunday <studio-sunday@mail\.test>$/m);
  expect(head).not.toMatch(/^Reply-To:/m);
});
