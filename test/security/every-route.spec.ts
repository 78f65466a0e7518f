import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiClient, type Answer } from '@cueline/testkit/api-client';
import { describedRoutes, type Described } from '@cueline/testkit/api-description';
import type { Schemas } from '@cueline/testkit/from-schema';
import { everyScope, TestApi } from '@cueline/testkit/test-api';
import { sealedStudio, type SealedStudio } from './sealed-studio.js';
import { studioState } from './studio-state.js';
import { bodyOf, idOf, idsIn, isId, pathOf, type Aim } from './whole-request.js';

jest.setTimeout(180_000);

/** Answered to everybody: each is a decision. */
const open = [
  'acceptInvitation',
  'getFile',
  'live',
  'openInvitation',
  'openPasswordReset',
  'ready',
  'requestPasswordReset',
  'resetPassword',
  'signIn',
  'signOut',
];
const refused = [401, 403, 404, 422];
/** Never ends. */
const STREAM = 'streamRuns';

let api: TestApi;
let routes: Described[];
let schemas: Schemas;
let ours: SealedStudio;
let theirs: SealedStudio;

beforeAll(async () => {
  api = await TestApi.open();
  ({ routes, schemas } = await describedRoutes(api.urls.api));
  [ours, theirs] = [await sealedStudio(api), await sealedStudio(api)];
});
afterAll(() => api.close());

function call(
  as: ApiClient,
  route: Described,
  aim: Aim,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
): Promise<Answer<unknown>> {
  const path = `${pathOf(route, aim.path)}${query}`;
  const all = route.ifMatch ? { 'if-match': '"1"', ...headers } : headers;
  if (route.name === STREAM) return as.firstBytes(path, all);
  return as.send(route.method, path, bodyOf(route, aim, schemas), all);
}

const reveals = (answer: Answer<unknown>, { mark }: SealedStudio) =>
  JSON.stringify(answer.body).toLowerCase().includes(mark.toLowerCase());
const closed = () => routes.filter(({ name }) => !open.includes(name));

describe('every route', () => {
  it('says what it asks of its caller, or is known to be open', () => {
    expect(routes.length).toBeGreaterThan(50);
    const unsaid = routes.filter(({ permission }) => !permission).map(({ name }) => name);
    expect(unsaid.sort()).toEqual(open);
  });

  it('refuses whoever brings no credentials, false ones, or a key that may do all else', async () => {
    const aim = { path: ours, fields: ours };
    const credentials: Record<string, string>[] = [
      {},
      { authorization: 'Bearer cue_nobody' },
      { authorization: 'Basic b3duZXI6b3duZXI=' },
      { cookie: 'cueline.session_token=false.signature' },
    ];
    const strangers = credentials.map((one) => new ApiClient(api, one));
    const keys = new Map<string | undefined, ApiClient>();
    for (const permission of new Set(routes.map((route) => route.permission)))
      keys.set(permission, await ours.tenant.key(...everyScope.filter((scope) => scope !== permission)));
    const before = await studioState(api, ours.tenant);
    const faults: string[] = [];
    for (const route of closed()) {
      for (const stranger of strangers) {
        const { status } = await call(stranger, route, aim);
        if (status !== 401) faults.push(`${route.name} answers a stranger by ${status}`);
      }
      const { status } = await call(keys.get(route.permission)!, route, aim);
      if (status !== 403) faults.push(`${route.name} answers a key without ${route.permission} by ${status}`);
    }
    expect(faults).toEqual([]);
    expect(await studioState(api, ours.tenant)).toEqual(before);
  });

  it('keeps a studio’s records from the owner of another', async () => {
    const before = await studioState(api, ours.tenant);
    const faults: string[] = [];
    const note = (route: Described, how: string, answer: Answer<unknown>, allowed: readonly number[]) => {
      if (!allowed.includes(answer.status)) faults.push(`${route.name}, ${how}: ${answer.status}`);
      if (reveals(answer, ours)) faults.push(`${route.name}, ${how}: ${JSON.stringify(answer.body)}`);
    };
    const { owner } = theirs;
    const own = { path: theirs, fields: theirs };
    for (const route of closed()) {
      const headers = { 'x-cueline-studio': ours.tenant.id };
      note(route, 'in our name', await call(owner, route, { path: ours, fields: ours }, { headers }), [403]);
      if (route.path.includes('{'))
        note(route, 'by our path', await call(owner, route, { path: ours, fields: theirs }), refused);
      else if (route.method === 'GET')
        note(route, 'in their own name', await call(owner, route, own), [200, elsewhere[route.name] ?? 200]);
      for (const { name, schema } of route.query) {
        if (!schema || !isId(schema)) continue;
        const query = `?${name}=${idOf(name, { path: ours, fields: ours })}`;
        // A cursor of another studio is none.
        const allowed = elsewhere[route.name] ?? (name === 'cursor' ? 422 : 200);
        note(route, `by our ${name}`, await call(owner, route, own, { query }), [200, allowed]);
      }
      for (const only of idsIn(route)) {
        const answer = await call(owner, route, { path: theirs, fields: ours, only });
        note(route, `by our ${only}`, answer, refused);
      }
    }
    expect(faults).toEqual([]);
    expect(await studioState(api, ours.tenant)).toEqual(before);
  });

  it('keeps a template’s and a brand’s words from another studio’s workflow', async () => {
    const replace = routes.find(({ name }) => name === 'replaceDraft')!;
    const answer = await call(theirs.owner, replace, { path: theirs, fields: ours });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        problems: expect.arrayContaining([
          expect.objectContaining({ code: 'mail.templateMissing' }),
          expect.objectContaining({ code: 'trigger.unknownBrand' }),
        ]),
      },
    });
    expect(reveals(answer, ours)).toBe(false);
    const publish = routes.find(({ name }) => name === 'publishWorkflow')!;
    const own = { path: theirs, fields: theirs };
    expect(await call(theirs.owner, publish, own, { headers: { 'if-match': '"2"' } })).toMatchObject({
      status: 422,
      body: { code: 'workflow.notPublishable' },
    });
  });

  it('answers the owner of the same records: the requests above were whole', async () => {
    const faults: string[] = [];
    // What ends a record comes after what needs it.
    const ending = /^(?:remove|revoke|archive|merge|take|void|cancel|pause|resume|stop|endOther)/;
    const rank = (name: string) => (name === 'signOut' ? 2 : Number(ending.test(name)));
    const inOrder = [...routes].sort((a, b) => rank(a.name) - rank(b.name));
    for (const route of inOrder) {
      const answer = await call(ours.owner, route, { path: ours, fields: ours });
      const expected =
        answer.status < 400 || answer.status === 409 || elsewhere[route.name] === answer.status;
      if (!expected) faults.push(`${route.name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    expect(faults).toEqual([]);
  });
});

/** There is no mail catcher and no provider to sign in at here; no link and no password of theirs stands in a made-up body; it must be said whose story it is, and from which record one writes; the edits of a draft move its revision on; a conversation of one email has nothing to be split. */
const elsewhere: Readonly<Record<string, number>> = {
  acceptInvitation: 410,
  beginMailSignIn: 422,
  changePassword: 422,
  finishMailSignIn: 410,
  openInvitation: 410,
  openPasswordReset: 410,
  resetPassword: 410,
  signIn: 401,
  listCaughtMails: 404,
  getCaughtMail: 404,
  importDraft: 412,
  explainClient: 422,
  getTimeline: 422,
  getUnderWay: 422,
  splitThread: 422,
  startAnswer: 422,
  startMail: 422,
  replaceDraft: 412,
  publishWorkflow: 412,
  restoreVersion: 412,
  restoreTemplateVersion: 412,
  removeMailbox: 412,
  removeSmtpAccount: 412,
  updateMailbox: 412,
};
