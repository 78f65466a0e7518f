import type { Comparison, Field, Operator } from '@cueline/workflows';

type Value = Comparison['value'];
const valueless = new Set<Operator>(['isEmpty', 'isNotEmpty', 'isTrue', 'isFalse']);

export const inDays = (op: Operator): boolean => op === 'withinNextDays' || op === 'withinLastDays';

/** The value a comparison starts with when its field or operator is chosen: the present one where it still fits. */
export function valueFor(field: Field, op: Operator, present: Value, currency: string): Value {
  if (valueless.has(op)) return undefined;
  if (op === 'isOneOf')
    return Array.isArray(present) ? present : [asText(present) || (field.choices?.[0]?.value ?? '')];
  if (inDays(op)) return typeof present === 'number' ? present : 7;
  switch (field.type) {
    case 'money':
      return typeof present === 'object' && 'amountMinor' in present ? present : { amountMinor: 0, currency };
    case 'number':
      return typeof present === 'number' ? present : 0;
    case 'choice':
      return asText(present) || (field.choices?.[0]?.value ?? '');
    default:
      return asText(present);
  }
}

const asText = (value: Value): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? (value[0] ?? '') : '';
