import { evaluate, limits, type Definition, type Facts, type Trigger } from '@cueline/workflows';
import { factsOf, textOf } from './facts-of.js';
import type { Records } from './records-sql.js';

export interface Decision {
  readonly starts: boolean;
  /** Kept with the event, whether it started a run or not: what was compared, and with which facts. */
  readonly reason: { readonly code: string; readonly params?: object; readonly trace?: unknown };
}

/** Does this event start this workflow, as the record stands now, or as `facts` have it? @param chain of the event */
export function decideStart(
  { definition }: { readonly definition: Pick<Definition, 'trigger'> },
  records: Records,
  chain: number,
  now: string,
  facts: Facts = factsOf(records),
): Decision {
  const { trigger } = definition;
  const limit = limits.chain;
  if (chain > limit)
    return { starts: false, reason: { code: 'match.chainTooLong', params: { chain, limit } } };
  const brand = records.brand?.['id'];
  if (trigger.brands && !trigger.brands.includes(String(brand))) {
    const params = { brand: textOf(records.brand?.['name']) };
    return { starts: false, reason: { code: 'match.otherBrand', params } };
  }
  if (!trigger.when) return { starts: true, reason: { code: 'started' } };
  const { result, trace } = evaluate(trigger.when, facts, now);
  return { starts: result, reason: { code: result ? 'started' : 'match.condition', trace } };
}

/** What may start a workflow once only, by its re-entry rule. */
export function reentryKeyOf({ reentry }: Pick<Trigger, 'reentry'>, records: Records): string {
  const contact = textOf(records.client?.['id']) ?? textOf(records.inquiry?.['email']);
  if (reentry === 'once-per-record') return `record:${records.subject_id}`;
  if (reentry === 'once-per-contact' && contact) return `contact:${contact}`;
  return `event:${records.event_id}`;
}
