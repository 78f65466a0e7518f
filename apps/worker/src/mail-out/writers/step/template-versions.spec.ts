import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MailTransport } from '@cueline/email/smtp';
import { blankDocument } from '@cueline/email/blocks';
import { kinds, type SendMailStep } from '@cueline/workflows';
import { activitiesOf, perform, runOf } from '../../../engine/activities/effects/run.fixture.js';
import { TestStudio } from '../../../studio.fixture.js';

let studio: TestStudio;
let clientId: string;
beforeAll(async () => {
  studio = await TestStudio.open();
  await studio.rows('UPDATE studios SET mails_per_contact_and_day = NULL');
  clientId = await studio.client('Mara');
});
afterAll(() => studio.close());

const server: MailTransport = {
  deliver: async ({ onHandOver }) =>
    (await onHandOver()) ? { type: 'accepted', reply: '250 ok' } : { type: 'calledOff' },
  close: () => undefined,
};
const step = (): SendMailStep => ({ ...kinds.sendMail.defaults('mail'), template: studio.templateId });
const begin = async () =>
  runOf(studio, step(), { event: 'booking.created', subjectId: await studio.booking({ clientId }) });
const say = (html: string) =>
  studio.rows('UPDATE templates SET html = $1, blocks = NULL WHERE id = $2', html, studio.templateId);

/** What the run's mail says, and the number of the version that the ledger names. */
async function mailOf(runId: string): Promise<{ html: string; number: number | null }> {
  await perform(studio, step(), runId, activitiesOf(studio, server));
  const [mail] = await studio.rows<{ html: string; number: number | null }>(
    `SELECT m.html, v.number FROM sends s JOIN messages m ON m.send_id = s.id
     LEFT JOIN template_versions v ON v.id = s.template_version_id WHERE s.run_id = $1`,
    runId,
  );
  return mail!;
}

describe('the template of a run', () => {
  it('says what it said when the run began, and to a new run what it says now', async () => {
    await say('<p>First</p>');
    const before = await begin();
    await say('<p>Second</p>');
    const after = await begin();
    const [old, young] = [await mailOf(before), await mailOf(after)];
    expect(old.html).toContain('<p>First</p>');
    expect(young.html).toContain('<p>Second</p>');
    expect(young.number).toBe(old.number! + 1);
  });

  it('is the new one where a person has it changed for live runs, too', async () => {
    await say('<p>Third</p>');
    const runId = await begin();
    await say('<p>Fourth</p>');
    await studio.rows(
      `UPDATE template_versions SET applies_from = to_timestamp(0)
       WHERE number = (SELECT max(number) FROM template_versions)`,
    );
    await studio.rows('UPDATE templates SET name = name');
    expect((await mailOf(runId)).html).toContain('<p>Fourth</p>');
  });

  it('is written in blocks', async () => {
    const blocks = {
      ...blankDocument(),
      subject: [{ type: 'text', text: 'x' }],
      blocks: [{ id: 'a', type: 'text', content: [{ type: 'field', field: 'client.firstName' }] }],
    };
    await studio.rows(
      `UPDATE templates SET html = '', blocks = $1 WHERE id = $2`,
      JSON.stringify(blocks),
      studio.templateId,
    );
    expect((await mailOf(await begin())).html).toContain('<p style="margin:0 0 16px">Mara</p>');
  });

  it('keeps no version that nobody used', async () => {
    await say('<p>Used</p>');
    const { number } = await mailOf(await begin());
    for (const html of ['<p>One</p>', '<p>Two</p>', '<p>Three</p>']) await say(html);
    const versions = await studio.rows<{ number: number; html: string }>(
      'SELECT number, html FROM template_versions WHERE number >= $1 ORDER BY number',
      number,
    );
    expect(versions).toEqual([
      { number, html: '<p>Used</p>' },
      { number: number! + 1, html: '<p>Three</p>' },
    ]);
  });
});
