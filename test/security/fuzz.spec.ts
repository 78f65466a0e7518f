import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ProblemDocument } from '@cueline/contracts';
import fc from 'fast-check';
import type { Answer } from '@cueline/testkit/api-client';
import { describedRoutes, type Described } from '@cueline/testkit/api-description';
import { oddSeed } from '../odd/odd-values.js';
import { fromSchema, type Schema, type Schemas } from '@cueline/testkit/from-schema';
import { TestApi } from '@cueline/testkit/test-api';
import { hostileTexts, hostileValues } from './hostile.js';
import { sealedStudio, type SealedStudio } from './sealed-studio.js';
import { isId, pathOf } from './whole-request.js';

jest.setTimeout(300_000);

const TRIES = 25;
let api: TestApi;
let routes: Described[];
let schemas: Schemas;
let studio: SealedStudio;

beforeAll(async () => {
  api = await TestApi.open();
  ({ routes, schemas } = await describedRoutes(api.urls.api));
  studio = await sealedStudio(api);
});
afterAll(() => api.close());

/** A refusal says where and how to fix it; nothing is answered by a failure of ours. */
function orderly({ status, type, body }: Answer<unknown>): void {
  expect(status).toBeLessThan(500);
  if (status < 400) return;
  expect(type).toMatch(/^application\/problem\+json/);
  const problem = body as ProblemDocument;
  expect(problem).toMatchObject({ status, title: expect.any(String) });
  for (const { pointer, detail } of problem.errors ?? []) {
    expect(pointer).toMatch(/^(?:\/|$)/);
    // A sentence, or the question whether something else was meant.
    expect(detail).toMatch(/\S.*[.…?]$/su);
  }
}

/** Ids of the studio, so that more than the first look at a body is reached. */
const field = (name: string, schema: Schema) => {
  const id = studio.inField[name];
  return isId(schema) && id ? fc.oneof({ weight: 6, arbitrary: fc.constant(id) }, hostileValues) : undefined;
};

describe('whatever is sent', () => {
  it('as a body is answered in order', async () => {
    for (const route of routes.filter(({ body }) => body)) {
      const bodies = fromSchema(route.body!, { schemas, field, instead: hostileValues });
      const headers: Record<string, string> = route.ifMatch ? { 'if-match': '"1"' } : {};
      await fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          orderly(
            await studio.owner.send(route.method, pathOf(route, studio), JSON.stringify(body), headers),
          );
        }),
        { numRuns: TRIES, seed: oddSeed },
      );
    }
  });

  it('as a query is answered in order', async () => {
    for (const route of routes.filter(({ query, name }) => query.length > 0 && name !== 'streamRuns')) {
      const values = fc.oneof(
        fc.constantFrom(...hostileTexts),
        fc.string(),
        fc.uuid(),
        fc.constant(studio.mark),
      );
      const pair = fc.tuple(fc.constantFrom(...route.query.map(({ name }) => name), 'surprise'), values);
      await fc.assert(
        fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 3 }), async (pairs) => {
          const query = new URLSearchParams(pairs.map(([name, value]) => [name, value.slice(0, 500)]));
          const answer = await studio.owner.get(`${pathOf(route, studio)}?${query.toString()}`);
          orderly(answer);
          expect(answer.status < 400 && query.has('surprise')).toBe(false);
        }),
        { numRuns: TRIES, seed: oddSeed },
      );
    }
  });

  // An address cannot hold nothing, a path upwards or half of a character.
  it('as an id is answered in order', async () => {
    for (const route of routes.filter(({ path }) => path.includes('{')))
      for (const text of hostileTexts.filter(
        (one) => one.trim() !== '' && one !== '../../etc/passwd' && one !== '\ud800',
      )) {
        const id = encodeURIComponent(text.slice(0, 300));
        const path = route.path.replaceAll(/\{\w+\}/g, id);
        const answer = await studio.owner.send(route.method, path, route.body ? {} : undefined);
        orderly(answer);
        expect([400, 404, 422, 428]).toContain(answer.status);
      }
  });
});
