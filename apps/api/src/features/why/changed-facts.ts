import type { why } from '@cueline/contracts';
import {
  describeValue,
  factAt,
  fieldName,
  type Facts,
  type FactValue,
  type Reason,
  type Trace,
} from '@cueline/workflows';
import type { Language } from '@cueline/workflows/language';

interface Compared {
  readonly field: string;
  readonly actual: FactValue;
}

/** What a trace compared, in its order. */
const comparedIn = (trace: Trace): readonly Compared[] =>
  'comparison' in trace
    ? [{ field: trace.comparison.field, actual: trace.actual }]
    : trace.members.flatMap(comparedIn);

/** Facts that rules compared and that are others now, as the last of the rules saw them. */
export function changedFacts(
  reasons: readonly (Reason | null)[],
  facts: Facts,
  language: Language,
): why.SendWhy['changed'] {
  const seen = new Map<string, FactValue>();
  for (const reason of reasons)
    for (const trace of [reason?.trace ?? [], ...(reason?.looked ?? []).map(({ trace: one }) => one)].flat())
      for (const { field, actual } of comparedIn(trace)) seen.set(field, actual);
  return [...seen].flatMap(([field, actual]) => {
    const current = factAt(facts, field);
    const isSame = JSON.stringify(current) === JSON.stringify(actual ?? null);
    return isSame
      ? []
      : [
          {
            field,
            label: fieldName(field, language),
            then: describeValue(actual, field, language),
            now: describeValue(current, field, language),
          },
        ];
  });
}
