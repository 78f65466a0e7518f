import type { FactValue, Money } from '../catalogue/field.js';
import { choiceLabel, fieldName } from '../catalogue/labels.js';
import { fieldOf } from '../catalogue/records.js';
import type { Language, Texts } from '../language/language.js';
import { pluralIn } from '../language/plural.js';
import { formatMoney } from '../locale/money.js';
import { describeMoment } from '../timing/describe.js';
import { isComparison, membersOf, type Comparison, type Condition, type Operator } from './condition.js';
import type { Trace } from './evaluate.js';
import { operatorTexts } from './operator-texts.js';

export const operatorLabel = (op: Operator, language: Language): string => operatorTexts[op][language];

const texts = {
  empty: { en: 'empty', de: 'leer' },
  yes: { en: 'yes', de: 'ja' },
  no: { en: 'no', de: 'nein' },
  always: { en: 'always', de: 'immer' },
  never: { en: 'never', de: 'nie' },
  and: { en: ' and ', de: ' und ' },
  or: { en: ' or ', de: ' oder ' },
} as const satisfies Readonly<Record<string, Texts>>;

export function describeValue(
  value: FactValue | undefined,
  path: string | undefined,
  language: Language,
): string {
  const empty = texts.empty[language];
  if (value === null || value === undefined || value === '') return empty;
  if (typeof value === 'boolean') return texts[value ? 'yes' : 'no'][language];
  const choice = (one: string) => (path ? choiceLabel(path, one, language) : one);
  if (Array.isArray(value)) return value.map((one) => choice(one as string)).join(', ') || empty;
  if (typeof value === 'object') return formatMoney(value as Money, language);
  if (typeof value !== 'string') return String(value);
  const type = path ? fieldOf(path)?.type : undefined;
  return type === 'date' || type === 'instant' ? describeMoment(value, language) : choice(value);
}

/** "Inquiry kind of session is empty, so it is not Wedding" */
function describeMatchOfEmpty({ field, op, value }: Comparison, language: Language): string {
  const [name, operator] = [fieldName(field, language), operatorTexts[op][language]];
  const operand = describeValue(value, field, language);
  return language === 'de'
    ? `${name} ist leer und ${operator} damit ${operand}`
    : `${name} is empty, so it ${operator} ${operand}`;
}

/** "Booking kind is Wedding", "Booking starts is within the next 3 days" */
export function describeComparison({ field, op, value }: Comparison, language: Language): string {
  const inDays = op === 'withinNextDays' || op === 'withinLastDays';
  return [
    fieldName(field, language),
    operatorTexts[op][language],
    ...(value === undefined
      ? []
      : [inDays ? describeDays(value, language) : describeValue(value, field, language)]),
  ].join(' ');
}

/** After "within the next" and "in den nächsten". */
const describeDays = (value: Comparison['value'], language: Language): string =>
  typeof value === 'number'
    ? pluralIn(
        language,
        value,
        language === 'de' ? { one: '# Tag', other: '# Tagen' } : { one: '# day', other: '# days' },
      )
    : describeValue(value, undefined, language);

/** One sentence part: "Booking kind is Wedding and Client tags includes vip". */
export function describeCondition(condition: Condition, language: Language): string {
  if (isComparison(condition)) return describeComparison(condition, language);
  const members = membersOf(condition);
  if (members.length === 0) return texts['all' in condition ? 'always' : 'never'][language];
  const joined = members.map((member) =>
    isComparison(member) ? describeCondition(member, language) : `(${describeCondition(member, language)})`,
  );
  return joined.join(texts['all' in condition ? 'and' : 'or'][language]);
}

const obstacleTexts = {
  empty: { en: 'it is empty', de: 'es ist leer' },
  otherCurrency: { en: 'it is in another currency', de: 'es ist in einer anderen Währung' },
  wrongType: { en: 'the two cannot be compared', de: 'beides lässt sich nicht vergleichen' },
  unknownField: { en: 'there is no such field', de: 'ein solches Feld gibt es nicht' },
} as const satisfies Readonly<Record<string, Texts>>;

/** What was seen, comparison by comparison: "Booking kind is Wedding: no, it is Portrait". */
export function describeTrace(trace: Trace, language: Language): readonly string[] {
  if ('members' in trace) return trace.members.flatMap((member) => describeTrace(member, language));
  if (trace.result && trace.obstacle === 'empty') return [describeMatchOfEmpty(trace.comparison, language)];
  const actual = describeValue(trace.actual, trace.comparison.field, language);
  const seen = language === 'de' ? `der Wert ist ${actual}` : `it is ${actual}`;
  const obstacle = trace.obstacle && obstacleTexts[trace.obstacle][language];
  const holds = texts[trace.result ? 'yes' : 'no'][language];
  return [`${describeComparison(trace.comparison, language)}: ${holds}, ${obstacle ?? seen}`];
}
