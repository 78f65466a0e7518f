import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { account, ProblemDocument } from '@cueline/contracts';
import { blankDefinition, kinds, stepKinds } from '@cueline/workflows';
import { describedRoutes, type Described } from '@cueline/testkit/api-description';
import type { Schemas } from '@cueline/testkit/from-schema';
import { TestApi } from '@cueline/testkit/test-api';
import { sealedStudio, type SealedStudio } from '../security/sealed-studio.js';
import { bodyOf, pathOf } from '../security/whole-request.js';
import { bodyWith, fieldsOf, parentMade, type Field } from './fields.js';
import { oddFor, oddSeed, oddTimes, someOf } from './odd-values.js';

jest.setTimeout(600_000);

const VALUES_EACH = 3 * oddTimes;
let api: TestApi;
let studio: SealedStudio;
let routes: Described[];
let schemas: Schemas;

beforeAll(async () => {
  api = await TestApi.open();
  studio = await sealedStudio(api);
  ({ routes, schemas } = await describedRoutes(api.urls.api));
});
afterAll(() => api.close());

/** Places whose inside the description leaves open; a new one is to be looked at here. Steps are fed by `editWorkflow`, events' data below. */
const open: Readonly<Record<string, readonly string[]>> = {
  replaceDraft: ['/definition'],
  recordEvents: ['/data', '/takenOver', '/0/data', '/0/takenOver'],
  importWorkflow: ['/definition'],
  importDraft: ['/definition'],
  rehearseWorkflow: ['/events/0/facts'],
  editWorkflow: ['/operations/0/set'],
};
/** A rule between two fields may name the other one. */
const companions: Readonly<Record<string, readonly string[]>> = {
  startsAt: ['/endsAt'],
  endsAt: ['/startsAt'],
  currency: ['/totalMinor'],
};
/** Not said, which part of it is wrong. */
const secret = /token|password/i;

const names = ({ errors = [] }: ProblemDocument, pointer: string): boolean => {
  const last = pointer.split('/').at(-1)!;
  return errors.some(
    (one) =>
      `${pointer}/`.startsWith(`${one.pointer}/`) ||
      `${one.pointer}/`.startsWith(`${pointer}/`) ||
      companions[last]?.includes(one.pointer),
  );
};

interface Feeding {
  readonly route: Described;
  readonly field: Field;
  readonly base: unknown;
  readonly written: string;
  readonly path: string;
}

/** @returns what is wrong with the answer, if anything */
async function feed(feeding: Feeding): Promise<string | undefined> {
  const { route, field, base, written, path } = feeding;
  const place = `seed ${oddSeed}: ${route.name} ${field.kind ?? ''} ${field.pointer} = ${written.slice(0, 100)}`;
  const headers: Record<string, string> = route.ifMatch ? { 'if-match': '"1"' } : {};
  const text = bodyWith(base, field.pointer, written);
  const { status, body, type } = await studio.owner.send<ProblemDocument>(route.method, path, text, headers);
  if (status < 300) {
    untouched = undefined;
    return undefined;
  }
  const said = `${place}: ${status} ${JSON.stringify(body).slice(0, 500)}`;
  if (status < 400 || status >= 500 || !type.startsWith('application/problem+json')) return said;
  if (status !== 422 || secret.test(field.pointer) || secret.test(JSON.stringify(body.errors ?? [])))
    return undefined;
  return names(body, field.pointer) || names(body, parentMade(base, field.pointer)) ? undefined : said;
}

const document = {
  cueline: 1,
  name: 'Odd',
  definition: { ...blankDefinition(), steps: [kinds.wait.defaults('wait')] },
  templates: [],
};
let untouched: string | undefined;

/** A workflow that can be published, at its first revision. */
async function pathFor(route: Described): Promise<string> {
  if (!route.ifMatch) return pathOf(route, studio);
  untouched ??= (await studio.owner.post<{ id: string }>('/api/v1/workflows/import', document)).body.id;
  return pathOf(route, { ...studio, inPath: { ...studio.inPath, workflows: untouched } });
}

/** A body that nobody would call odd. */
function baseFor(route: Described, { kind, among }: Field): unknown {
  const known = stepKinds.find((one) => one === kind);
  if (known) {
    const slot = { parent: null, index: 0 };
    return { operations: [{ type: 'insertStep', slot, step: kinds[known].defaults('odd') }] };
  }
  const body = bodyOf(route, { path: studio, fields: studio }, schemas) as object;
  return among && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([name]) => among.includes(name)))
    : body;
}

/** The place that an event is about. */
const aboutA = (subject: string): string => {
  const plural = { inquiry: 'inquiries', staff: 'staff' }[subject] ?? `${subject}s`;
  return `${subject}/${studio.inPath[plural] ?? studio.inField['clientId']}`;
};

describe('every field of the API', () => {
  it('is one that the description shows, or is looked at here', () => {
    const found = Object.fromEntries(
      routes.filter(({ body }) => body).map((route) => [route.name, fieldsOf(route, schemas).open]),
    );
    for (const [name, places] of Object.entries(found))
      expect([name, places]).toEqual([name, open[name] ?? []]);
    expect(Object.keys(open).filter((name) => !found[name])).toEqual([]);
  });

  it('takes what is odd, or says of this field what is wrong', async () => {
    const faults: (string | undefined)[] = [];
    for (const route of routes.filter(({ body }) => body)) {
      for (const field of fieldsOf(route, schemas).fields) {
        const base = baseFor(route, field);
        const place = `${route.name} ${field.kind ?? ''} ${field.pointer}`;
        for (const written of someOf(oddFor(field.schema), VALUES_EACH, place)) {
          faults.push(await feed({ route, field, base, written, path: await pathFor(route) }));
        }
      }
    }
    expect(faults.filter(Boolean)).toEqual([]);
    expect(faults.length).toBeGreaterThan(1_000);
  });

  it('of what an event carries is taken, or refused at its place', async () => {
    const { body } = await studio.owner.get<account.Catalogue>('/api/v1/catalogue');
    const route = routes.find(({ name }) => name === 'recordEvents')!;
    const faults: (string | undefined)[] = [];
    for (const { type, subject, sample } of body.events) {
      for (const name of Object.keys(sample))
        for (const written of someOf(
          [...oddFor({}), ...oddFor({ type: 'integer' })],
          VALUES_EACH,
          `${type} ${name}`,
        )) {
          const base = {
            specversion: '1.0',
            id: String(faults.length),
            source: 'odd',
            type,
            subject: aboutA(subject),
            data: sample,
          };
          const field: Field = { pointer: `/data/${name}`, schema: {} };
          faults.push(await feed({ route, field, base, written, path: '/api/v1/events' }));
        }
    }
    expect(faults.filter(Boolean)).toEqual([]);
  });
});
