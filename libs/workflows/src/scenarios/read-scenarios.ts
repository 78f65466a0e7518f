import type { Problem } from '../analysis/problem.js';
import { inReadingOrder } from '../analysis/reading-order.js';
import { schemaProblems } from '../analysis/schema-problems.js';
import { beyondLimits } from '../analysis/within-limits.js';
import { fieldOf } from '../catalogue/records.js';
import type { Field, FactValue } from '../catalogue/field.js';
import type { FactsPatch } from '../rehearsal/injected-event.js';
import { scenariosSchema, type Scenarios } from './scenario.js';

export type ReadScenarios =
  | { readonly ok: true; readonly scenarios: Scenarios }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** JSON to the tests of a workflow, or everything that keeps it from being them. Never throws, whatever the JSON. */
export function readScenarios(json: unknown): ReadScenarios {
  const beyond = beyondLimits(json);
  if (beyond) return { ok: false, problems: [beyond] };
  const parsed = scenariosSchema.safeParse(json);
  const problems = parsed.success ? factProblems(parsed.data) : schemaProblems(parsed.error, json);
  if (parsed.success && problems.length === 0) return { ok: true, scenarios: parsed.data };
  return { ok: false, problems: inReadingOrder(problems, json) };
}

/** A fact that no record has would change nothing, and nobody would notice. */
const factProblems = ({ tests }: Scenarios): Problem[] =>
  tests.flatMap(({ given, happens }, t) => [
    ...patchProblems(given.facts, `/tests/${t}/given/facts`),
    ...happens.flatMap((one, h) =>
      'facts' in one && one.facts ? patchProblems(one.facts, `/tests/${t}/happens/${h}/facts`) : [],
    ),
  ]);

const patchProblems = (patch: FactsPatch, at: string): Problem[] =>
  Object.entries(patch).flatMap(([record, fields]) =>
    Object.entries(fields).flatMap(([key, value]) => {
      const detail = misfit(`${record}.${key}`, value);
      const path = `${at}/${record}/${key}`;
      return detail ? [{ code: 'definition.wrongShape', severity: 'error', path, params: { detail } }] : [];
    }),
  );

function misfit(name: string, value: FactValue): string | undefined {
  const field = fieldOf(name);
  if (!field) return `There is no field ${name}. Write it as the merge fields are written.`;
  return fits(field, value) ? undefined : `${name} holds a value of the type ${field.type}, or null.`;
}

function fits({ type }: Field, value: FactValue): boolean {
  if (value === null) return true;
  if (type === 'number' || type === 'boolean') return typeof value === type;
  if (type === 'list') return Array.isArray(value);
  if (type === 'money') return typeof value === 'object' && !Array.isArray(value);
  return typeof value === 'string';
}
