import { describe, expect, it, jest } from '@jest/globals';
import type { approvals, ProblemDocument } from '@cueline/contracts';
import type { SendMailStep } from '@cueline/workflows';
import { caughtMails } from '@cueline/testkit/api-client';
import { bookedSuite, OWNER, stepOf } from '@cueline/testkit/booked-runs';
import { until } from '@cueline/testkit/until';

jest.setTimeout(240_000);

const suite = bookedSuite();

const looked = async (subject: string): Promise<SendMailStep> => ({
  ...(await suite.mail('album', subject)),
  approval: { remindEvery: { amount: 1, unit: 'days' } },
});

/** A run whose mail waits to be looked at, and the question. */
async function waiting(subject: string) {
  const run = await suite.started(await looked(subject), await suite.mail('last', 'Last'));
  const openQuestions = async () =>
    (
      await suite.automation.said<{ items: approvals.ApprovalView[] }>(
        'GET',
        `approvals?clientId=${run.clientId}`,
      )
    ).items;
  await until('somebody is asked', async () => (await openQuestions()).length === 1);
  return { run, openQuestions, question: (await openQuestions())[0]! };
}
const answer = (id: string, how: 'approve' | 'decline', body: object = {}) =>
  suite.owner.post<approvals.ApprovalView & ProblemDocument>(`/api/v1/approvals/${id}/${how}`, body);
const content = (more: object = {}) => ({
  subject: 'For you, {{ client.firstName }}',
  html: '<p>Dear {{ client.firstName }}, here it is.</p>',
  ...more,
});

describe('a mail that somebody looks at before it leaves', () => {
  it('is shown as it would be, leaves when it is approved, and not before', async () => {
    const { run, question, openQuestions } = await waiting('Album for {{ client.firstName }}');
    expect(question).toMatchObject({ kind: 'mail', stepId: 'album', state: 'waiting', edited: false });
    const shown = await suite.automation.said<approvals.ApprovalMail>('GET', `approvals/${question.id}/mail`);
    expect(shown).toMatchObject({
      to: [expect.stringMatching(/^alma\d+@clients\.test$/)],
      content: { subject: 'Album for {{ client.firstName }}' },
      mail: { subject: 'Album for Alma' },
      problems: [],
    });
    expect(await run.mails()).toEqual([]);
    expect((await answer(question.id, 'approve')).status).toBe(200);
    await run.becomes('completed');
    expect((await run.mails()).sort()).toEqual(['Album for Alma', 'Last']);
    expect(await openQuestions()).toEqual([]);
  });

  it('leaves in the words of whoever approved it, filled in when it leaves', async () => {
    const { run, question } = await waiting('Album');
    const preview = await suite.automation.said<approvals.ApprovalMail>(
      'POST',
      `approvals/${question.id}/preview`,
      {
        mail: content(),
      },
    );
    expect(preview.mail).toMatchObject({ subject: 'For you, Alma' });
    await suite.automation.said('PATCH', `clients/${run.clientId}`, { firstName: 'Alma Maria' });
    const approved = await answer(question.id, 'approve', { mail: content(), note: 'Nicer so' });
    expect(approved).toMatchObject({ status: 200, body: { edited: true, note: 'Nicer so' } });
    await run.becomes('completed');
    expect((await run.mails()).sort()).toEqual(['For you, Alma Maria', 'Last']);
    const other = await answer(question.id, 'approve', { mail: content({ subject: 'Other' }) });
    expect(other).toMatchObject({ status: 409, body: { code: 'approval.decided' } });
  });

  it('is left out when it is declined, with who and why, and the run goes on', async () => {
    const { run, question } = await waiting('Album');
    await answer(question.id, 'decline', { note: 'She has it already' });
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Last']);
    const step = stepOf(await run.run(), 'album')!;
    expect(step.status).toBe('skipped');
    expect(step.reasons[0]).toContain('She has it already');
  });

  it('takes no words that no mail can be made of, and stays as it is', async () => {
    const { question, openQuestions } = await waiting('Album');
    const broken = await answer(question.id, 'approve', {
      mail: content({ html: '<p>{{ client.shoeSize }}' }),
    });
    expect(broken).toMatchObject({ status: 422, body: { errors: [{ pointer: '/mail/html' }] } });
    expect(await openQuestions()).toMatchObject([{ id: question.id, state: 'waiting', edited: false }]);
  });

  it('leaves in no other way', async () => {
    const { run, question } = await waiting('Album');
    const forced = await suite.owner.post<ProblemDocument>(`/api/v1/runs/${run.id}/force`, {});
    expect(forced).toMatchObject({ status: 409, body: { code: 'run.awaitsApproval' } });
    await run.ask('skip', { stepId: 'album' });
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Last']);
    expect(await answer(question.id, 'approve')).toMatchObject({ body: { code: 'approval.closed' } });
  });

  it('is told to the studio by mail, with the way there', async () => {
    const { run } = await waiting('Album');
    const caughtNotice = async (): Promise<Caught | undefined> => {
      const { items } = await caughtMails(suite.stack);
      const toOwner = items.filter(({ to }) => to.includes(OWNER)).map(({ id }) => whole(id));
      return (await Promise.all(toOwner)).find(({ text }) => text.includes(`/runs/${run.id}`));
    };
    await until('the owner is told', async () => (await caughtNotice()) !== undefined, 30_000);
    expect(await caughtNotice()).toMatchObject({
      subject: 'Waiting for your answer: A mail to Alma is ready to be looked at',
    });
  });
});

interface Caught {
  readonly subject: string;
  readonly text: string;
}
const whole = async (id: string) =>
  (await (await fetch(`${suite.stack.urls.catcher}/messages/${id}`)).json()) as Caught;
