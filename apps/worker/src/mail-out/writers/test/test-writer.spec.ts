import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { letterKeyOf, queueLetter, Suppressions } from '@cueline/database';
import { RecordingTransport } from '@cueline/email/smtp';
import { mailOutOf } from '../../mail-out.fixture.js';
import { mailSuite } from '../../mail-suite.fixture.js';

const suite = mailSuite();
const LENA = 'lena@studio.test';

/** A test of the suite's template, sent. @returns what left */
async function tested(category: 'transactional' | 'marketing'): Promise<string> {
  const { studio, step } = suite;
  const letterId = randomUUID();
  const key = letterKeyOf(studio.id, letterId, LENA, 'test');
  await queueLetter.run(studio.pool, {
    studioId: studio.id,
    letter: {
      purpose: 'test',
      letterId,
      brandId: studio.brandId,
      templateId: step.template!,
      category,
      aboutType: null,
      aboutId: null,
      aboutClosed: false,
      staffId: null,
      sendAt: null,
      authorType: 'member',
      authorId: 'lena',
      authorName: 'Lena',
      attachments: [],
    },
    mails: [
      {
        key,
        messageId: `<${key.slice(0, 40)}@mail.test>`,
        clientId: null,
        toAddress: LENA,
        toName: 'Lena',
        subject: '[Test] Your day',
        text: 'See you soon',
        html: '<p>See you soon</p>',
        links: [],
      },
    ],
  });
  const transport = new RecordingTransport();
  await mailOutOf(studio.pool, transport).ledger.sweep();
  return transport.delivered.map(({ message }) => message.toString()).join('\n');
}

describe('a test of a template', () => {
  it('leaves by the brand’s sender with the headers of a workflow’s mail, and belongs to no client', async () => {
    const message = await tested('transactional');
    expect(message).toMatch(/^From: Sunday <studio-sunday@mail\.test>$/m);
    expect(message).toMatch(/^To: Lena <lena@studio\.test>$/m);
    expect(message).toMatch(/^Subject: \[Test\] Your day$/m);
    expect(message).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(message).not.toMatch(/^List-Unsubscribe/m);
    expect(
      await suite.studio.rows('SELECT direction, client_id, subject_type, subject_id FROM messages'),
    ).toMatchObject([
      { direction: 'outgoing', client_id: null, subject_type: 'template', subject_id: suite.step.template },
    ]);
  });

  it('of marketing shows the way to unsubscribe, and reaches an address that refuses marketing and all else', async () => {
    const list = new Suppressions(suite.studio.pool, suite.studio.id);
    await list.add({ address: LENA, scope: 'all', reason: 'manual', by: 'Jo' });
    await list.add({ address: LENA, scope: 'marketing', reason: 'unsubscribed' });
    const message = await tested('marketing');
    expect(message).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(message).toContain('https://cueline.test/unsubscribe/');
    expect(await suite.studio.rows('SELECT state::text FROM sends')).toEqual([{ state: 'sent' }]);
  });
});
