import { expect, it } from '@jest/globals';
import type { Delivery, MailTransport, SendOutcome } from '@cueline/email/smtp';
import { activitiesOf, perform, runOf, stepsOf } from '../../engine/activities/effects/run.fixture.js';
import { mailSuite } from '../mail-suite.fixture.js';
import { mailOutOf } from '../mail-out.fixture.js';
import { fixedAccount, Transports } from '../transports/transports.js';

const suite = mailSuite();
const REPLY = '450 4.7.1 Error: too many messages too fast, try again in 5 minutes';

/** A server that takes nothing while it is `busy`, and says so after it has heard what it is about. */
class Throttling implements MailTransport {
  busy = true;
  readonly tried: string[] = [];
  async deliver({ envelope, onHandOver }: Delivery): Promise<SendOutcome> {
    this.tried.push(envelope.to);
    if (!(await onHandOver())) return { type: 'calledOff' };
    return this.busy
      ? { type: 'temporary', cause: 'throttled', code: '450', reply: REPLY, handedOver: true }
      : { type: 'accepted', reply: '250 ok' };
  }
  close(): void {
    this.tried.length = 0;
  }
}

async function send(name: string, by: Transports, ledger = activitiesOf(suite.studio, by)): Promise<string> {
  const subjectId = await suite.studio.booking({ clientId: await suite.studio.client(name) });
  const runId = await runOf(suite.studio, suite.step, { event: 'booking.created', subjectId });
  await perform(suite.studio, suite.step, runId, ledger);
  return runId;
}

it('a server that gets too much is left alone for as long as it says; no mail is lost, and no account is in trouble', async () => {
  const server = new Throttling();
  const transports = new Transports({
    platform: () => fixedAccount('platform', () => server),
    smtp: () => fixedAccount('smtp:other', () => new Throttling()),
  });
  const activities = activitiesOf(suite.studio, transports);
  const first = await send('Alma', transports, activities);
  await send('Bo', transports, activities);
  await send('Cy', transports, activities);
  // The first one is told, the others do not ask.
  expect(server.tried).toEqual(['alma@clients.test']);
  const waiting = await suite.studio.rows<{ to_name: string; seconds: number; code: string }>(
    `SELECT to_name, extract(epoch FROM next_attempt_at - now())::int AS seconds, reason->>'code' AS code FROM sends WHERE state = 'queued' ORDER BY next_attempt_at`,
  );
  expect(waiting.map(({ to_name, code }) => `${to_name} ${code}`)).toEqual([
    'Alma smtp.throttled',
    'Bo smtp.throttled',
    'Cy smtp.throttled',
  ]);
  for (const { seconds } of waiting) {
    expect(seconds).toBeGreaterThan(290);
    expect(seconds).toBeLessThan(370);
  }
  expect(await stepsOf(suite.studio, first)).toMatchObject([{ status: 'waiting' }]);
  expect(await suite.studio.rows('SELECT 1 FROM mail_holds')).toEqual([]);

  // Days later it still is no reason to give a mail up.
  await suite.studio.rows(
    `UPDATE sends SET created_at = now() - interval '5 days', next_attempt_at = now() - interval '1 second', tried_since = now() - interval '1 second'`,
  );
  server.busy = false;
  await mailOutOf(suite.studio.pool, transports).ledger.sweep();
  expect(await suite.studio.rows(`SELECT 1 FROM sends WHERE state = 'sent'`)).toHaveLength(3);
});
