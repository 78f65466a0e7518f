import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MailTransport } from '@cueline/email/smtp';
import { activitiesOf, perform, runOf } from '../../engine/activities/effects/run.fixture.js';
import { TestStudio } from '../../studio.fixture.js';

let studio: TestStudio;
beforeAll(async () => (studio = await TestStudio.open()));
afterAll(() => studio.close());

/** The header of a mail that left from the platform's address. */
async function replyTo(): Promise<string | undefined> {
  let message = '';
  const server: MailTransport = {
    deliver: async (delivery) => {
      message = delivery.message.toString();
      await delivery.onHandOver();
      return { type: 'accepted', reply: '250 ok' };
    },
    close: () => undefined,
  };
  const step = {
    id: 'mail',
    kind: 'sendMail',
    template: studio.templateId,
    to: { role: 'client' },
    from: { type: 'brand' },
    category: 'transactional',
  } as const;
  const clientId = await studio.client('Mara');
  const runId = await runOf(studio, step, {
    event: 'booking.created',
    subjectId: await studio.booking({ clientId }),
  });
  await perform(studio, step, runId, activitiesOf(studio, server));
  return /^Reply-To: (.*)$/m.exec(message)?.[1]?.trim();
}

it.each([
  ['the brand’s address', `UPDATE brands SET reply_to = 'lena@sunday.test'`, 'lena@sunday.test'],
  ['nowhere, when the brand names none', `UPDATE brands SET reply_to = NULL`, undefined],
  [
    'the sender’s own choice, where there is one',
    `WITH b AS (UPDATE brands SET reply_to = 'lena@sunday.test' RETURNING id, studio_id)
     INSERT INTO senders (id, studio_id, brand_id, from_name, address, reply_to, updated_at)
     SELECT gen_random_uuid(), studio_id, id, 'Desk', 'studio-desk@mail.test', 'desk@sunday.test', now() FROM b`,
    'desk@sunday.test',
  ],
])('answers to the platform’s address go to %s', async (_, change, expected) => {
  await studio.rows(change);
  expect(await replyTo()).toBe(expected);
});
