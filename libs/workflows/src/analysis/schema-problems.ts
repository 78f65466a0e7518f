import { z } from 'zod';
import { stepKinds } from '../kinds/registry.js';
import type { Problem } from './problem.js';
import { pointerKey } from './within-limits.js';

/** What zod found, in our codes; a union reports the member that fits the value best. */
export function schemaProblems(error: z.ZodError, json: unknown): Problem[] {
  return error.issues.flatMap((issue) => fromIssue(issue, [], json));
}

type Issue = z.core.$ZodIssue;

function fromIssue(issue: Issue, base: readonly PropertyKey[], json: unknown): Problem[] {
  const at = [...base, ...issue.path];
  if (issue.code === 'invalid_union') {
    if (at.at(-1) === 'kind') return [unknownKind(at, json)];
    const best = [...issue.errors].sort((a, b) => deepest(b) - deepest(a))[0];
    if (best && deepest(best) > 0) return best.flatMap((inner) => fromIssue(inner, at, json));
    return [make('definition.wrongShape', at, { detail: 'This is none of the allowed shapes.' })];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => make('definition.unknownKey', [...at, key], { key: key.slice(0, 80) }));
  }
  if (issue.code === 'custom' && issue.params?.code === 'unknownEvent') {
    return [make('trigger.unknownEvent', at, { event: String(valueAt(json, at)).slice(0, 80) })];
  }
  const missing = valueAt(json, at) === undefined;
  if (missing) return [make('definition.missing', at, { key: String(at.at(-1) ?? '') })];
  return [make('definition.wrongShape', at, { detail: issue.message.slice(0, 200) })];
}

const deepest = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));

function unknownKind(at: readonly PropertyKey[], json: unknown): Problem {
  const kind = String(valueAt(json, at)).slice(0, 80);
  return make('step.unknownKind', at, { kind, known: stepKinds.join(', ') });
}

const make = (code: string, path: readonly PropertyKey[], params: Problem['params']): Problem => ({
  code,
  severity: 'error',
  path: path.map((key) => `/${pointerKey(String(key))}`).join(''),
  params,
});

export function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = json;
  for (const key of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}
