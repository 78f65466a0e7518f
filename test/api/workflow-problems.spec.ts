import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument, templates, workflows } from '@cueline/contracts';
import { blankDefinition, kinds, type Definition, type Step } from '@cueline/workflows';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi } from '@cueline/testkit/test-api';

let api: TestApi;
let ask: ApiClient;
beforeAll(async () => {
  api = await TestApi.open();
  ask = await (await api.studio()).key();
});
afterAll(() => api.close());

async function workflow(name: string): Promise<string> {
  return (await ask.post<workflows.WorkflowView>('/api/v1/workflows', { name })).body.id;
}
async function draft(id: string, steps: readonly Step[], more: Partial<Definition> = {}) {
  const { body } = await ask.get<workflows.WorkflowView>(`/api/v1/workflows/${id}`);
  const definition = { ...blankDefinition(), ...more, steps };
  const match = { 'if-match': `"${body.revision}"` };
  const answer = await ask.send<workflows.WorkflowView>(
    'PUT',
    `/api/v1/workflows/${id}/draft`,
    { definition },
    match,
  );
  expect(answer.status).toBe(200);
  return answer.body;
}
async function publish(id: string, steps: readonly Step[], more: Partial<Definition> = {}) {
  const { revision } = await draft(id, steps, more);
  const answer = await ask.send<ProblemDocument>(
    'POST',
    `/api/v1/workflows/${id}/publish`,
    {},
    { 'if-match': `"${revision}"` },
  );
  return answer;
}
const starting = (id: string): Step => ({ ...kinds.startWorkflow.defaults('start'), workflow: id });
const everyTime = { trigger: { ...blankDefinition().trigger, reentry: 'every-time' } } as const;

describe('what is looked at before publishing', () => {
  it('names an archived template, and a calendar file where there is no booking', async () => {
    const path = '/api/v1/templates';
    const attachments = [{ type: 'calendar' }];
    const source = { name: 'See you', subject: 'See you', html: '<p>Soon</p>', attachments };
    const { id, revision } = (await ask.post<templates.TemplateView>(path, source)).body;
    const mailing: Step = { ...kinds.sendMail.defaults('mail'), template: id };
    const inquired = { trigger: { ...blankDefinition().trigger, event: 'inquiry.received' } } as const;
    const workflowId = await workflow('See you');
    const codes = async (more: Partial<Definition> = {}) =>
      (await draft(workflowId, [mailing], more)).problems.map(({ code }) => code);
    expect(await codes()).toEqual([]);
    expect(await codes(inquired)).toContain('mail.fieldUnavailable');
    await ask.send('PATCH', `${path}/${id}`, { archived: true }, { 'if-match': `"${revision}"` });
    expect(await codes()).toEqual(['mail.templateArchived']);
  });

  it('names a loop through the studio’s other published workflows, and none through a paused one', async () => {
    const [prepare, ask2] = [await workflow('Prepare'), await workflow('Ask again')];
    expect((await publish(prepare, [kinds.wait.defaults('pause')], everyTime)).status).toBe(200);
    expect((await publish(ask2, [starting(prepare)], everyTime)).status).toBe(200);
    const looped = await draft(prepare, [starting(ask2)], everyTime);
    expect(looped.problems).toMatchObject([
      {
        code: 'loop.startsAgain',
        severity: 'warning',
        stepId: 'start',
        path: '/steps/0/workflow',
        message: expect.stringContaining('“Prepare” starts “Ask again”, “Ask again” starts “Prepare”.'),
      },
    ]);
    await ask.post(`/api/v1/workflows/${ask2}/pause`, {});
    const { problems } = await draft(prepare, [starting(ask2)], everyTime);
    expect(problems.map(({ code }) => code)).toEqual(['start.notPublished']);
  });

  it('does not publish a workflow that does nothing but start itself', async () => {
    const again = await workflow('Again and again');
    const refused = await publish(again, [starting(again)], everyTime);
    expect([refused.status, refused.body.errors?.[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/steps/0/workflow', code: 'loop.startsItself' }),
    ]);
  });

  it('tells all problems of a draft at once, in its order', async () => {
    const ask2 = { ...kinds.approve.defaults('ask'), question: 'Fine?' };
    const { problems } = await draft(await workflow('Much'), [kinds.sendMail.defaults('mail'), ask2]);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['mail.noTemplate', '/steps/0/template'],
      ['approve.sameEitherWay', '/steps/1/paths'],
    ]);
  });

  it('rehearses a draft whatever is wrong with its steps, and says what keeps it from being rehearsed', async () => {
    const id = await workflow('Spoilt');
    const update: Step = {
      ...kinds.updateRecord.defaults('update'),
      set: [{ field: 'status', op: 'set', value: '' }],
    };
    await draft(id, [update, kinds.wait.defaults('pause')]);
    const rehearse = () =>
      ask.post<ProblemDocument & { steps: { reasons: string[] }[] }>(
        `/api/v1/workflows/${id}/rehearsals`,
        {},
      );
    const { status, body } = await rehearse();
    expect(status).toBe(200);
    expect(body.steps[0]!.reasons[0]).toContain('cannot be changed like this by a workflow');
    await draft(id, [update, { ...update, name: 'Twice' }]);
    const refused = await rehearse();
    expect([refused.status, refused.body.errors?.[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/steps/1/id', code: 'step.duplicateId' }),
    ]);
    const diff = await ask.get(`/api/v1/workflows/${id}/versions/diff?from=draft&to=draft`);
    expect(diff.status).toBe(200);
  });
});

describe('a change whose problems cannot be looked for, as too much is looked at already', () => {
  it('has not been made when the answer says so', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 20; i++) ids.push(await workflow(`Old ${i}`));
    const slow = { subject: 'Slow', html: '<table><tr><td>'.repeat(13_000) };
    const previews = Array.from({ length: 40 }, () => ask.post('/api/v1/templates/preview', slow));
    const refused = previews.map(async (preview) => {
      if ((await preview).status !== 503) throw new Error('It was made.');
    });
    await Promise.any(refused);
    const answers = await Promise.all(
      ids.map((id) => ask.patch<ProblemDocument>(`/api/v1/workflows/${id}`, { name: 'New' })),
    );
    await Promise.all(previews);
    const busy = ids.filter((_, i) => answers[i]!.status === 503);
    expect(busy.length).toBeGreaterThan(0);
    for (const [i, { status, body }] of answers.entries()) {
      expect([200, 503]).toContain(status);
      if (status === 503) expect(body.code).toBe('server.busy');
      const { body: after } = await ask.get<workflows.WorkflowView>(`/api/v1/workflows/${ids[i]!}`);
      expect(after.name).toBe(status === 200 ? 'New' : `Old ${i}`);
    }
  });
});
