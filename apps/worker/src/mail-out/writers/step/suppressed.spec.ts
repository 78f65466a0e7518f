import { describe, expect, it } from '@jest/globals';
import { readUnsubscribeToken, Suppressions, type SuppressionRequest } from '@cueline/database';
import { RecordingTransport } from '@cueline/email/smtp';
import type { SendMailStep } from '@cueline/workflows';
import { activitiesOf, perform, runOf, stepsOf } from '../../../engine/activities/effects/run.fixture.js';
import { mailOutOf, secret } from '../../mail-out.fixture.js';
import { mailSuite } from '../../mail-suite.fixture.js';

const suite = mailSuite();
const marketing = (): SendMailStep => ({ ...suite.step, category: 'marketing' });

/** A run of a booking of the client, and the step carried out for it. */
async function mailed(step: SendMailStep, transport = new RecordingTransport()) {
  const runId = await runOf(suite.studio, step, {
    event: 'booking.created',
    subjectId: await suite.studio.booking({ clientId: await suite.studio.client() }),
  });
  const result = await perform(suite.studio, step, runId, activitiesOf(suite.studio, transport));
  return { runId, result, transport };
}
const list = (request: Partial<SuppressionRequest> = {}) =>
  new Suppressions(suite.studio.pool, suite.studio.id).add({
    address: 'Mara@Clients.test',
    scope: 'marketing',
    reason: 'manual',
    by: 'Jo',
    ...request,
  });
/** The header fields of the one message that left, unfolded. */
function headersOf({ delivered }: RecordingTransport): Map<string, string> {
  const [raw = ''] = delivered.map(({ message }) => message.toString('utf8'));
  const lines = raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
}

describe('marketing mail', () => {
  it('names its way out: one that machines use, signed, and one that people see', async () => {
    const { transport } = await mailed(marketing());
    const headers = headersOf(transport);
    expect(headers.get('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const [, url, token] = /^<(https:\/\/cueline\.test\/unsubscribe\/([\w-]+))>, <mailto:[^\s<>]+>$/.exec(
      headers.get('List-Unsubscribe')!,
    )!;
    const [send] = await suite.studio.rows<{ key: string }>('SELECT key FROM sends');
    expect(readUnsubscribeToken(secret, token!)).toEqual({ studioId: suite.studio.id, sendKey: send!.key });
    const [message] = await suite.studio.rows<{ html: string; text: string }>(
      'SELECT html, text FROM messages',
    );
    expect(message!.html).toContain(`href="${url}"`);
    expect(message!.text).toContain(`Unsubscribe: ${url}`);
    expect(headers.get('Auto-Submitted')).toBe('auto-generated');
  });

  it('is not sent to whoever is on the list, and the run goes on and says why', async () => {
    await list();
    const { result, runId, transport } = await mailed(marketing());
    expect(result).toEqual({ type: 'skipped', reason: { code: 'recipient.dontEmail' } });
    expect(transport.delivered).toEqual([]);
    const [step] = await stepsOf(suite.studio, runId);
    expect(step!.reason).toMatchObject({ params: { address: 'mara@clients.test', by: 'Jo' } });
    const [send] = await suite.studio.rows('SELECT state, ended_at FROM sends');
    expect(send).toMatchObject({ state: 'suppressed', ended_at: expect.any(Date) });
  });

  it('that waits in the queue is not sent when its reader unsubscribes meanwhile', async () => {
    const busy = {
      type: 'temporary',
      cause: 'busy',
      code: '450',
      reply: '450 later',
      handedOver: false,
    } as const;
    const transport = new RecordingTransport().willAnswer(busy);
    expect((await mailed(marketing(), transport)).result).toEqual({ type: 'pending' });
    await list({ reason: 'unsubscribed', by: null });
    await suite.studio.rows('UPDATE sends SET next_attempt_at = now()');
    await mailOutOf(suite.studio.pool, transport).ledger.sweep();
    expect(transport.delivered).toEqual([]);
    const [send] = await suite.studio.rows(`SELECT state, reason->>'code' AS code FROM sends`);
    expect(send).toEqual({ state: 'suppressed', code: 'recipient.unsubscribed' });
  });
});

describe('other mail', () => {
  it('leaves although its reader unsubscribed from marketing, and names no way out', async () => {
    await list({ reason: 'unsubscribed', by: null });
    const { result, transport } = await mailed(suite.step);
    expect(result).toMatchObject({ type: 'done' });
    expect([...headersOf(transport).keys()].filter((name) => name.startsWith('List-'))).toEqual([]);
  });

  it('is not sent to an address that does not work, until that is lifted', async () => {
    const { row } = await list({ scope: 'all', reason: 'bounced', by: null });
    expect((await mailed(suite.step)).result).toMatchObject({
      type: 'skipped',
      reason: { code: 'recipient.bounced' },
    });
    await new Suppressions(suite.studio.pool, suite.studio.id).remove(row.id, 'Jo');
    expect((await mailed(suite.step)).result).toMatchObject({ type: 'done' });
  });

  it.each([
    ['userUnknown', '550 5.1.1 no such user', true],
    ['mailboxFull', '552 5.2.2 mailbox full', false],
    ['content', '554 5.7.1 spam', false],
  ] as const)('refused for %s puts the address on the list: %s, %s', async (cause, reply, isListed) => {
    const refused = { type: 'refused', cause, code: reply.slice(0, 3), reply, handedOver: false } as const;
    const { result } = await mailed(suite.step, new RecordingTransport().willAnswer(refused));
    expect(result).toMatchObject({ type: 'failed', reason: { code: `smtp.${cause}` } });
    const rows = await suite.studio.rows(
      `SELECT l.address, l.scope, l.reason, l.note FROM suppressions l JOIN sends s ON s.id = l.send_id`,
    );
    const entry = { address: 'mara@clients.test', scope: 'all', reason: 'bounced', note: reply };
    expect(rows).toEqual(isListed ? [entry] : []);
  });
});
