import { isAllowedName, LAYOUT } from '../../language/names.js';
import type { BinaryOperator, BlockPlace, Expression } from '../../language/tree.js';
import type { FieldAtom, SectionCondition } from '../block-document.js';
import { positionOf, Walk } from './walk.js';

export const literal = (value: string | number | boolean | null): Expression => ({ x: 'literal', value });
const filter = (name: string, input: Expression, ...args: Expression[]): Expression => ({
  x: 'filter',
  name,
  input,
  args,
});
const binary = (op: BinaryOperator, left: Expression, right: Expression): Expression => ({
  x: 'binary',
  op,
  left,
  right,
});

/** What the brand's frame gives: its colors, its signature, where its images are. */
export const layout = (name: 'color' | 'ink' | 'link' | 'signature' | 'files'): Expression => ({
  x: 'path',
  path: [LAYOUT, name],
  at: [1, 1],
});

/** Undefined where a name is none. */
function pathOf(field: string, place: BlockPlace, walk: Walk, ...within: string[]): Expression | undefined {
  const names = field.split('.');
  const refused = names.length > 5 ? field : names.find((name) => !isAllowedName(name));
  if (refused !== undefined) {
    walk.error('refusedName', place, { name: refused });
    return undefined;
  }
  const path = [...names, ...within];
  return {
    x: 'path',
    path,
    at: positionOf(place),
    ...(within.length > 0 && { names: names.length }),
  };
}

/** A field as it is written: formatted, and what stands in for it where it is empty. */
export function fieldExpression(
  { field, format, fallback }: Omit<FieldAtom, 'type'>,
  place: BlockPlace,
  walk: Walk,
): Expression | undefined {
  const path = pathOf(field, place, walk);
  if (!path) return undefined;
  const [name, style] = format?.split(':') ?? [];
  const formatted = name ? filter(name, path, ...(style ? [literal(style)] : [])) : path;
  if (fallback === undefined) return formatted;
  walk.typed(fallback, place);
  return filter('default', formatted, literal(fallback));
}

const filled = (path: Expression): Expression => ({
  x: 'test',
  name: 'defined',
  operand: filter('default', path, literal(null)),
});

/** Whether one of these fields holds something. */
export function anyFilled(fields: readonly string[], place: BlockPlace): Expression | undefined {
  // A name that is none is reported where it is written out.
  const silent = new Walk();
  const tests = fields.flatMap((field) => {
    const path = pathOf(field, place, silent);
    return path ? [filled(path)] : [];
  });
  return tests.length > 0 ? tests.reduce((all, one) => binary('or', all, one)) : undefined;
}

const orders: Readonly<Record<string, BinaryOperator>> = {
  equals: '==',
  lessThan: '<',
  atMost: '<=',
  moreThan: '>',
  atLeast: '>=',
};

/** The condition of a section; undefined where it says nothing yet, which is reported. */
export function conditionExpression(
  { field, op, value }: SectionCondition,
  place: BlockPlace,
  walk: Walk,
): Expression | undefined {
  const path = pathOf(field, place, walk);
  if (!path) return undefined;
  const is = filled(path);
  const text = typeof value === 'string' && value.trim() !== '' ? folded(literal(value)) : undefined;
  const unfinished = () => {
    walk.error('conditionValue', place);
    return undefined;
  };
  const holding = (test: Expression | undefined) => (test ? binary('and', is, test) : unfinished());
  switch (op) {
    case 'isNotEmpty':
      return is;
    case 'isEmpty':
      return { x: 'not', operand: is };
    case 'isTrue':
    case 'isFalse':
      return binary('==', path, literal(op === 'isTrue'));
    case 'is':
      return holding(text && binary('==', folded(path), text));
    case 'isNot':
      return text ? binary('!=', folded(path), text) : unfinished();
    case 'isOneOf':
      return holding(
        Array.isArray(value)
          ? binary('in', folded(path), { x: 'list', items: value.map((one) => folded(literal(String(one)))) })
          : undefined,
      );
    case 'contains':
    case 'includes':
      return holding(text && binary('in', text, folded(path)));
    case 'excludes':
      return text ? { x: 'not', operand: binary('in', text, folded(path)) } : unfinished();
    case 'before':
    case 'after': {
      const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
      const sign = op === 'before' ? '<' : '>';
      return holding(day ? binary(sign, filter('day', path), literal(day)) : undefined);
    }
    default:
      return holding(ordered(orders[op]!, path, value, field, place, walk));
  }
}

const folded = (expression: Expression): Expression => filter('fold', expression);

/** Money is compared in its own currency alone. */
function ordered(
  op: BinaryOperator,
  path: Expression,
  value: SectionCondition['value'],
  field: string,
  place: BlockPlace,
  walk: Walk,
): Expression | undefined {
  if (typeof value === 'number') return binary(op, path, literal(value));
  if (typeof value !== 'object' || !('amountMinor' in value)) return undefined;
  const currency = pathOf(field, place, walk, 'currency')!;
  const amount = pathOf(field, place, walk, 'amountMinor')!;
  return binary(
    'and',
    binary('==', currency, literal(value.currency)),
    binary(op, amount, literal(value.amountMinor)),
  );
}
