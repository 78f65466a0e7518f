import { IANAZone } from 'luxon';
import { fieldOf } from '../catalogue/records.js';
import type { Facts, FactValue } from '../catalogue/field.js';
import { compare } from './compare.js';
import type { Obstacle } from './outcome.js';
import type { Clock } from './compare-moment.js';
import { isComparison, isNegation, membersOf, type Comparison, type Condition } from './condition.js';

/** What was compared and what came of it: the answer to "why did it go this way?". */
export type Trace =
  | { readonly group: 'all' | 'any'; readonly result: boolean; readonly members: readonly Trace[] }
  | {
      readonly comparison: Comparison;
      readonly actual: FactValue;
      readonly result: boolean;
      readonly obstacle?: Obstacle | 'unknownField';
    };

export interface Evaluation {
  readonly result: boolean;
  readonly trace: Trace;
}

/** The fact at a path such as `client.firstName`; null when the record or the field is not there. */
export function factAt(facts: Facts, path: string): FactValue {
  const [name = '', key = ''] = path.split('.');
  const record = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return record && Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}

/**
 * Evaluates a condition over facts. Every member is looked at, also when the answer is plain already: the trace explains all.
 * @param now ISO instant
 */
export function evaluate(condition: Condition, facts: Facts, now: string): Evaluation {
  const trace = traceOf(condition, facts, { now, zone: zoneOf(facts) });
  return { result: trace.result, trace };
}

/** Days are the brand's days. luxon keeps the zones that it has made, and asking it anew whether one exists costs a third of a millisecond. */
function zoneOf(facts: Facts): string {
  const zone = factAt(facts, 'brand.zone');
  return typeof zone === 'string' && IANAZone.create(zone).isValid ? zone : 'utc';
}

function traceOf(condition: Condition, facts: Facts, clock: Clock): Trace {
  if (!isComparison(condition)) {
    const members = membersOf(condition).map((member) => traceOf(member, facts, clock));
    const group = 'all' in condition ? 'all' : 'any';
    const holds = (trace: Trace) => trace.result;
    return { group, members, result: group === 'all' ? members.every(holds) : members.some(holds) };
  }
  const field = fieldOf(condition.field);
  const actual = factAt(facts, condition.field);
  if (!field) return { comparison: condition, actual, result: false, obstacle: 'unknownField' };
  const outcome = compare(field.type, actual, condition, clock);
  if (typeof outcome === 'boolean') return { comparison: condition, actual, result: outcome };
  const result = outcome === 'empty' && isNegation(condition.op);
  return { comparison: condition, actual, result, obstacle: outcome };
}
