import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { makeApp } from './app.js';
import { describeApi } from './openapi.js';
import { readConfiguration } from './platform/configuration.js';

/** Octets of the description without blanks. It has some 250 routes; a schema that is written out at each use shows here at once. */
const LARGEST = 800_000;

let app: Awaited<ReturnType<typeof makeApp>>;
let description: OpenAPIObject;
beforeAll(async () => {
  const DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none';
  app = await makeApp(
    readConfiguration({ DATABASE_URL, CUELINE_SECRET: 'only-to-describe-0123456789-0123456789' }),
  );
  description = describeApi(app);
});
afterAll(() => app.close());

function* within(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* within(inner);
}
const isDocument = ({ properties }: Record<string, unknown>) =>
  typeof properties === 'object' &&
  properties !== null &&
  'schemaVersion' in properties &&
  'preheader' in properties;

describe('the description of the API', () => {
  it('is small enough to be read', () => {
    expect(JSON.stringify(description).length).toBeLessThan(LARGEST);
  });

  it('has what its references name', () => {
    const names = new Set(Object.keys(description.components?.schemas ?? {}));
    const references = [...within(description)].flatMap(({ $ref }) =>
      typeof $ref === 'string' ? [$ref] : [],
    );
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((one) => !names.has(one.replace('#/components/schemas/', '')))).toEqual([]);
  });

  it('writes the document of a template out once, and refers to it wherever one goes in or out', () => {
    expect([...within(description.paths)].filter(isDocument)).toEqual([]);
    expect(description.components?.schemas).toHaveProperty('BlockDocument');
    const of = (path: string, method: 'get' | 'post' | 'patch') =>
      JSON.stringify(description.paths[path]?.[method]);
    for (const [path, method] of [
      ['/api/v1/templates', 'post'],
      ['/api/v1/templates/{id}', 'patch'],
      ['/api/v1/templates/{id}', 'get'],
      ['/api/v1/templates/preview', 'post'],
      ['/api/v1/mails', 'post'],
      ['/api/v1/approvals/{id}/approve', 'post'],
    ] as const)
      expect(of(path, method)).toContain('"$ref":"#/components/schemas/BlockDocument"');
  });

  it('names the problem of a request once', () => {
    const problem = { $ref: '#/components/schemas/Problem' };
    const { responses } = description.paths['/api/v1/templates']!.get!;
    expect(responses['4XX']).toMatchObject({ content: { 'application/problem+json': { schema: problem } } });
  });
});
