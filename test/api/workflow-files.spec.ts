import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { workflows } from '@cueline/contracts';
import { blankDefinition, kinds, OTHERWISE, type Step } from '@cueline/workflows';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi } from '@cueline/testkit/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

type Workflow = workflows.WorkflowView;

/** A studio's owner, with templates of these names. */
async function studioWith(...names: string[]) {
  const owner = await (await api.studio()).person('owner');
  const ids: string[] = [];
  for (const name of names) {
    const made = await owner.post<{ id: string }>('/api/v1/templates', {
      name,
      subject: 'Hi',
      html: '<p>Hi</p>',
    });
    ids.push(made.body.id);
  }
  return { owner, ids };
}
const mail = (id: string, template: string): Step => ({ ...kinds.sendMail.defaults(id), template });
const documentOf = (steps: readonly Step[], more: object = {}) => ({
  cueline: 1,
  name: 'Reminder',
  description: 'Before the session',
  definition: { ...blankDefinition(), steps },
  ...more,
});
const importing = (ask: ApiClient, document: unknown) =>
  ask.post<Workflow>('/api/v1/workflows/import', document);
/** The answer as it stands, not as JSON understands it. */
async function exported(ask: ApiClient, id: string, query = ''): Promise<string> {
  const answer = await ask.raw(`/api/v1/workflows/${id}/export${query}`);
  expect(answer).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
  return answer.body;
}
const templateIn = ({ body }: { body: Workflow }) =>
  (body.definition as { steps: { template?: string }[] }).steps.map(({ template }) => template);

describe('a workflow as a file', () => {
  it('goes out and in again byte by byte, in the order of the language', async () => {
    const { owner, ids } = await studioWith('Welcome');
    const decide = {
      ...kinds.decide.defaults('which'),
      paths: [
        {
          id: 'yes',
          name: 'Wedding',
          when: { any: [{ field: 'booking.kind', op: 'is', value: 'wedding' }] },
          steps: [mail('hello', ids[0]!)],
        },
        { id: OTHERWISE, steps: [kinds.end.defaults('over')] },
      ],
    } as Step;
    const { reentry, ...start } = blankDefinition().trigger;
    const when = { field: 'client.tags', op: 'includes', value: 'vip' };
    const trigger = { ...start, when, reentry };
    const document = documentOf([], { definition: { ...blankDefinition(), trigger, steps: [decide] } });
    const made = await importing(owner, document);
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'draft', revision: 1, name: 'Reminder', problems: [] },
    });
    const text = await exported(owner, made.body.id);
    expect(text).toBe(
      `${JSON.stringify({ ...document, templates: [{ id: ids[0], name: 'Welcome' }] }, null, 2)}\n`,
    );
    const again = await importing(owner, JSON.parse(text));
    expect(await exported(owner, again.body.id)).toBe(text);
  });

  it('is written of the draft, of what is live, and of any version', async () => {
    const { owner } = await studioWith();
    const { body } = await importing(owner, documentOf([kinds.end.defaults('first')]));
    const path = `/api/v1/workflows/${body.id}`;
    expect((await owner.get(`${path}/export?version=live`)).status).toBe(404);
    const at = (revision: number) => ({ 'if-match': `"${revision}"` });
    await owner.send('POST', `${path}/publish`, {}, at(1));
    const changed = documentOf([kinds.end.defaults('second')], { name: 'Later' });
    expect(await owner.send('PUT', `${path}/import`, changed, at(1))).toMatchObject({
      status: 200,
      body: { revision: 2, name: 'Later', changed: true },
    });
    expect((await owner.send('PUT', `${path}/import`, changed, at(1))).status).toBe(412);
    expect(await exported(owner, body.id)).toContain('"second"');
    for (const version of ['live', '1'])
      expect(await exported(owner, body.id, `?version=${version}`)).toContain('"first"');
    expect((await owner.get(`${path}/export?version=2`)).status).toBe(404);
  });

  it('finds the templates of another studio by their names, and says which it does not find', async () => {
    const [theirs, ours] = [
      await studioWith('Welcome', 'Farewell', 'Twice'),
      await studioWith('Welcome', 'Twice', 'Twice'),
    ];
    const steps = theirs.ids.map((id, i) => mail(`mail-${i}`, id));
    const text = await exported(theirs.owner, (await importing(theirs.owner, documentOf(steps))).body.id);
    const made = await importing(ours.owner, JSON.parse(text));
    expect(made.status).toBe(201);
    expect(templateIn(made)).toEqual([ours.ids[0], theirs.ids[1], theirs.ids[2]]);
    expect(made.body.problems).toMatchObject([
      { code: 'mail.templateMissing', stepId: 'mail-1' },
      { code: 'mail.templateMissing', stepId: 'mail-2' },
    ]);
  });

  it.each<[string, object, object]>([
    [
      'in another version of the language',
      { definition: { ...blankDefinition(), schemaVersion: 7 } },
      {
        pointer: '/definition/schemaVersion',
        code: 'definition.unknownVersion',
        detail: 'This is written in version 7 of the workflow language. Known here: 1.',
      },
    ],
    [
      'in another format',
      { cueline: 2 },
      { pointer: '/cueline', detail: 'Known formats of a workflow file: 1.' },
    ],
    ['without a definition', { definition: undefined }, { pointer: '/definition' }],
    ['with a field that is none', { owner: 'me' }, { pointer: '/owner' }],
  ])('%s is refused by the very place', async (_name, more, error) => {
    const { owner } = await studioWith();
    expect(await importing(owner, documentOf([], more))).toMatchObject({
      status: 422,
      body: { errors: [error] },
    });
  });
});
