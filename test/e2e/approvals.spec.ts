import { describe, expect, it, jest } from '@jest/globals';
import type { approvals, ProblemDocument } from '@cueline/contracts';
import { kinds, type Step } from '@cueline/workflows';
import { bookedSuite, stepOf } from '@cueline/testkit/booked-runs';
import { until } from '@cueline/testkit/until';

jest.setTimeout(240_000);

const suite = bookedSuite();

/** Asks, and sends another mail for each answer. */
async function approveStep(limitSeconds?: number): Promise<Step> {
  const limit = limitSeconds && { for: { amount: limitSeconds, unit: 'seconds' } };
  return {
    ...kinds.approve.defaults('ask'),
    question: 'Shall Alma have the album?',
    ...(limit && { limit }),
    paths: [
      { id: 'approved', name: 'Approved', steps: [await suite.mail('yes', 'Your album')] },
      { id: 'declined', name: 'Declined', steps: [await suite.mail('no', 'Sorry')] },
      { id: 'noAnswer', name: 'No answer', steps: limit ? [await suite.mail('none', 'Soon')] : [] },
    ],
  } as Step;
}

type Approval = approvals.ApprovalView;
/** What waits for an answer about a client. */
const waitingFor = async (clientId: string) =>
  (await suite.automation.said<{ items: Approval[] }>('GET', `approvals?clientId=${clientId}`)).items;
const waitingIn = async (runId: string) =>
  (await suite.automation.said<{ items: Approval[] }>('GET', `approvals?runId=${runId}`)).items;
async function openQuestion(clientId: string): Promise<Approval> {
  await until('it asks', async () => (await waitingFor(clientId)).length === 1);
  return (await waitingFor(clientId))[0]!;
}
const decide = (id: string, how: 'approve' | 'decline', note?: string) =>
  suite.owner.post<Approval & ProblemDocument>(`/api/v1/approvals/${id}/${how}`, { note });

describe('a run that asks for approval', () => {
  it.each([
    ['approve', 'approved', 'Your album'],
    ['decline', 'declined', 'Sorry'],
  ] as const)('goes on as somebody %ss', async (how, state, subject) => {
    const run = await suite.started(await approveStep());
    const question = await openQuestion(run.clientId);
    expect(question).toMatchObject({
      runId: run.id,
      workflowId: run.workflow,
      clientName: 'Alma',
      stepId: 'ask',
      question: 'Shall Alma have the album?',
      state: 'waiting',
    });
    expect(await waitingIn(run.id)).toEqual([question]);
    expect(await waitingIn(question.id)).toEqual([]);
    const answer = await decide(question.id, how, 'As we said');
    expect(answer).toMatchObject({ status: 200, body: { state, note: 'As we said' } });
    await run.becomes('completed');
    expect(await run.mails()).toEqual([subject]);
    const [reason] = stepOf(await run.run(), 'ask')!.reasons;
    expect(reason).toContain(`${answer.body.decidedBy}. As we said`);
    expect(await waitingFor(run.clientId)).toEqual([]);
  });

  it('goes its other way when nobody answers in time, and takes no answer after that', async () => {
    const run = await suite.started(await approveStep(2));
    const question = await openQuestion(run.clientId);
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Soon']);
    expect(await decide(question.id, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'approval.closed' },
    });
  });

  it('hears one decision, of two at the same moment, and the other is told whose', async () => {
    const run = await suite.started(await approveStep());
    const { id } = await openQuestion(run.clientId);
    const answers = await Promise.all([decide(id, 'approve'), decide(id, 'decline'), decide(id, 'approve')]);
    await run.becomes('completed');
    const state = (await run.mails())[0] === 'Your album' ? 'approved' : 'declined';
    for (const { status, body } of answers)
      if (status === 200) expect(body.state).toBe(state);
      else expect(body).toMatchObject({ code: 'approval.decided', detail: expect.stringContaining(state) });
    expect(answers.map(({ status }) => status).sort()).toEqual(
      state === 'approved' ? [200, 200, 409] : [200, 409, 409],
    );
    expect(await run.mails()).toHaveLength(1);
  });

  it.each(['skip', 'force', 'stop'] as const)('does not ask any more after a %s', async (action) => {
    const run = await suite.started(await approveStep(), await suite.mail('last', 'Last'));
    const { id } = await openQuestion(run.clientId);
    // Paused it writes nothing of what it is asked.
    await run.ask('pause');
    expect(await waitingFor(run.clientId)).toHaveLength(1);
    await run.ask(action, action === 'skip' ? { stepId: 'ask' } : {});
    expect(await waitingFor(run.clientId)).toEqual([]);
    expect(await decide(id, 'approve')).toMatchObject({ status: 409, body: { code: 'approval.closed' } });
  });
});
