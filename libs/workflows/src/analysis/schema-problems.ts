import { z } from 'zod';
import { limits } from '../limits.js';
import { stepKinds } from '../kinds/registry.js';
import { textsOf } from '../language/in-english.js';
import type { Texts } from '../language/language.js';
import { cutText } from '../locale/cut-text.js';
import type { Problem, ProblemCode } from './problem.js';
import { pointerKey } from './within-limits.js';

/** What zod found, in our codes; a union reports the member that fits the value best. */
export function schemaProblems(error: z.ZodError, json: unknown): Problem[] {
  return error.issues.flatMap((issue) => fromIssue(issue, [], json));
}

type Issue = z.core.$ZodIssue;

const noShape: Texts = {
  en: 'This is none of the allowed shapes.',
  de: 'Das hat keine der erlaubten Formen.',
};

function fromIssue(issue: Issue, base: readonly PropertyKey[], json: unknown): Problem[] {
  const at = [...base, ...issue.path];
  if (issue.code === 'invalid_union') {
    if (at.at(-1) === 'kind') return [unknownKind(at, json)];
    const value = valueAt(json, at);
    const best = [...issue.errors].sort(
      (a, b) => misfits(a, value) - misfits(b, value) || deepest(b) - deepest(a),
    )[0];
    if (best && deepest(best) > 0) return best.flatMap((inner) => fromIssue(inner, at, json));
    return [make('definition.wrongShape', at, { detail: noShape })];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => make('definition.unknownKey', [...at, key], { key: cutText(key, 80) }));
  }
  if (issue.code === 'invalid_value' && at.at(-1) === 'event' && valueAt(json, at) !== undefined) {
    return [make('trigger.unknownEvent', at, { event: shownValue(valueAt(json, at)) })];
  }
  if (issue.code === 'too_big' && at.at(-1) === 'steps') {
    return [make('definition.tooManySteps', at, { limit: limits.steps })];
  }
  const missing = valueAt(json, at) === undefined;
  if (missing) return [make('definition.missing', at, { key: String(at.at(-1) ?? '') })];
  return [ofValue(issue, at, json)];
}

function ofValue(issue: Issue, at: readonly PropertyKey[], json: unknown): Problem {
  switch (issue.code) {
    case 'invalid_type':
      return make('definition.wrongType', at, {
        expected: issue.expected,
        given: typeName(valueAt(json, at)),
      });
    case 'invalid_value':
      return make('definition.notAllowed', at, { allowed: issue.values.map(String).join(', ') });
    case 'too_small':
      return make('definition.tooSmall', at, { limit: Number(issue.minimum), of: issue.origin });
    case 'too_big':
      return make('definition.tooBig', at, { limit: Number(issue.maximum), of: issue.origin });
    default:
      return make('definition.wrongShape', at, {
        detail: textsOf(issue.message) ?? cutText(issue.message, 200),
      });
  }
}

const typeName = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** Keys too many or too few: how little the value looks like this member of a union. */
const misfits = (issues: readonly Issue[], value: unknown): number =>
  issues.filter(
    ({ code, path }) =>
      (code === 'unrecognized_keys' && path.length === 0) ||
      (path.length === 1 && valueAt(value, path) === undefined),
  ).length;

const deepest = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));

function unknownKind(at: readonly PropertyKey[], json: unknown): Problem {
  const kind = shownValue(valueAt(json, at));
  return make('step.unknownKind', at, { kind, known: stepKinds.join(', ') });
}

/** What was given, for a sentence. Never by its own toString: hostile JSON may carry one that is no function. */
const shownValue = (value: unknown): string =>
  typeof value === 'string' ? cutText(value, 80) : typeName(value);

const make = (code: ProblemCode, path: readonly PropertyKey[], params: Problem['params']): Problem => ({
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
