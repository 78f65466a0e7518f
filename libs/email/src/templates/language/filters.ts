import { foldText } from '@cueline/workflows/locale';
import { admitLength } from './budget.js';
import { countGraphemes, firstGraphemes, lastGrapheme } from './graphemes.js';
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatMoney,
  formatNumber,
  formatTime,
  type Formats,
} from './formats.js';
import type { Value } from './value.js';

interface Filter {
  readonly min: number;
  readonly max: number;
  /** For the problem's sentence: what it takes. */
  readonly usage: string;
  apply(input: Value, args: readonly Value[], formats: Formats): Value;
}

export const toText = (value: Value): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? joined(value, ', ') : '';
};
/** Measured while it grows, so that nothing larger than a value may be is ever built. A list within a list is not unfolded. */
function joined(list: readonly Value[], between: string): string {
  let text = '';
  for (const [index, item] of list.entries()) {
    const next = Array.isArray(item) ? '' : toText(item);
    admitLength(text.length + between.length + next.length);
    text += index > 0 ? between + next : next;
  }
  return text;
}
const isEmpty = (value: Value) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const asList = (value: Value): readonly Value[] => (Array.isArray(value) ? (value as readonly Value[]) : []);
const plain = (apply: Filter['apply']): Filter => ({ min: 0, max: 0, usage: 'nothing', apply });
const count = (value: Value, most: number) => Math.max(0, Math.min(most, Math.trunc(Number(value) || 0)));

/** Linear in the size of what they are given: the data may come from outside. */
const filters: Readonly<Record<string, Filter>> = {
  default: {
    min: 1,
    max: 1,
    usage: 'one value, for when the field is empty',
    apply: (input, [other]) => (isEmpty(input) ? other : input),
  },
  upper: plain((input) => toText(input).toUpperCase()),
  lower: plain((input) => toText(input).toLowerCase()),
  capitalize: plain((input) => capitalised(toText(input))),
  title: plain((input) => toText(input).split(' ').map(capitalised).join(' ')),
  trim: plain((input) => toText(input).trim()),
  truncate: {
    min: 1,
    max: 1,
    usage: 'a number of characters',
    apply: (input, [length]) => truncated(toText(input), count(length, 10_000)),
  },
  replace: {
    min: 2,
    max: 2,
    usage: 'a text and what replaces it',
    apply: (input, [from, to]) => replaced(toText(input), toText(from), toText(to)),
  },
  join: {
    min: 0,
    max: 1,
    usage: 'a text to put between',
    apply: (input, [between]) => joined(asList(input), between === undefined ? ', ' : toText(between)),
  },
  first: plain((input) => (typeof input === 'string' ? firstGraphemes(input, 1) : asList(input)[0])),
  last: plain((input) => (typeof input === 'string' ? lastGrapheme(input) : asList(input).at(-1))),
  length: plain((input) =>
    typeof input === 'string' ? countGraphemes(input) : Array.isArray(input) ? input.length : 0,
  ),
  round: {
    min: 0,
    max: 1,
    usage: 'a number of decimals',
    apply: (input, [digits]) => Number(Number(input).toFixed(count(digits, 10))),
  },
  urlencode: plain((input) => encodeURIComponent(wellFormed(toText(input)))),
  date: {
    min: 0,
    max: 1,
    usage: 'short, medium, long or full',
    apply: (input, [style], formats) => formatDate(input, toText(style), formats),
  },
  time: plain((input, _args, formats) => formatTime(input, formats)),
  datetime: {
    min: 0,
    max: 1,
    usage: 'short, medium, long or full',
    apply: (input, [style], formats) => formatDateTime(input, toText(style), formats),
  },
  day: plain((input, _args, formats) => formatDay(input, formats)),
  fold: plain((input) =>
    Array.isArray(input) ? asList(input).map((one) => foldText(toText(one))) : foldText(toText(input)),
  ),
  money: plain((input, _args, formats) => formatMoney(input, formats)),
  number: plain((input, _args, formats) => formatNumber(input, formats)),
};

/** As in nunjucks: what follows the first letter becomes small. */
const capitalised = (text: string) => {
  const first = firstGraphemes(text, 1);
  return first.toUpperCase() + text.slice(first.length).toLowerCase();
};
const truncated = (text: string, length: number) => {
  const kept = firstGraphemes(text, length);
  return kept.length === text.length ? text : `${kept.trimEnd()}…`;
};
const replaced = (text: string, from: string, to: string) => {
  if (from === '') return text;
  const pieces = text.split(from);
  admitLength(text.length + (pieces.length - 1) * (to.length - from.length));
  return pieces.join(to);
};

export const filterNames: readonly string[] = Object.keys(filters);
export const filterArity = (name: string): Pick<Filter, 'min' | 'max' | 'usage'> | undefined =>
  Object.hasOwn(filters, name) ? filters[name] : undefined;

export const applyFilter = (name: string, input: Value, args: readonly Value[], formats: Formats): Value =>
  filters[name]!.apply(input, args, formats);

/** A lone surrogate makes encodeURIComponent throw; it becomes the replacement character. */
const wellFormed = (text: string) =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
