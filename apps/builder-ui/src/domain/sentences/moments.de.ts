import {
  isComparison,
  membersOf,
  movesDate,
  type Comparison,
  type Condition,
  type DateMoment,
  type Limit,
  type SendWindow,
  type WaitDuration,
  type WindowRule,
} from '@cueline/workflows';
import { formatMoney } from '@cueline/workflows/locale';
import { anchorsDe, operatorsDe } from '../labels/language.de.js';
import { choiceLabel, fieldName } from '../labels/labels.js';

const units: Readonly<Record<WaitDuration['unit'], readonly [string, string]>> = {
  seconds: ['Sekunde', 'Sekunden'],
  minutes: ['Minute', 'Minuten'],
  hours: ['Stunde', 'Stunden'],
  days: ['Tag', 'Tage'],
  weeks: ['Woche', 'Wochen'],
  months: ['Monat', 'Monate'],
};

/** "3 Tage", "1 Stunde" */
export const durationDe = ({ amount, unit }: WaitDuration): string =>
  `${amount} ${units[unit][amount === 1 ? 0 : 1]}`;

/** "3 Tage vor dem Termin um 09:00" */
export function momentDe({ anchor, offset, at }: DateMoment): string {
  const noun = anchorsDe[anchor] ?? `„${fieldName(anchor)}“`;
  const time = at ? ` um ${at}` : '';
  if (offset.amount > 0)
    return `${durationDe(offset)} ${offset.direction === 'before' ? 'vor' : 'nach'} ${noun}${movesDate(offset.unit) ? time : ''}`;
  return at ? `am Tag von ${noun}${time}` : `zum Zeitpunkt von ${noun}`;
}

export const limitDe = (limit: Limit): string =>
  'for' in limit ? `höchstens ${durationDe(limit.for)}` : `höchstens bis ${momentDe(limit.until)}`;

const days = ['', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];

function hoursDe({ weekdays, from, to, holidays }: SendWindow): string {
  const all = new Set(weekdays).size === 7;
  const named = all ? 'täglich' : weekdays.map((day) => days[day]).join(', ');
  return `${named} ${from}-${to}${holidays.length > 0 ? ', nicht an Feiertagen' : ''}`;
}

/** "zu den Geschäftszeiten", "Mo, Di 09:00-17:00 nach der Uhr des Kunden" */
export function windowDe({ hours, zone }: WindowRule): string {
  const when = hours === 'business' ? 'zu den Geschäftszeiten' : hoursDe(hours);
  return zone === 'client' ? `${when} nach der Uhr des Kunden` : when;
}

function valueDe(value: Comparison['value'], field: string): string {
  if (value === undefined || value === '') return 'leer';
  if (Array.isArray(value)) return value.map((one) => choiceLabel(field, String(one))).join(', ') || 'leer';
  if (typeof value === 'object') return formatMoney(value, 'de');
  return typeof value === 'string' ? choiceLabel(field, value) : String(value);
}

/** "Buchung: Art ist Hochzeit und Kunde: Schlagwörter umfasst vip" */
export function conditionDe(condition: Condition): string {
  if (isComparison(condition)) {
    const { field, op, value } = condition;
    const inDays = op === 'withinNextDays' || op === 'withinLastDays';
    const operand = value === undefined ? '' : ` ${valueDe(value, field)}${inDays ? ' Tagen' : ''}`;
    return `${fieldName(field)} ${operatorsDe[op]}${operand}`;
  }
  const members = membersOf(condition);
  if (members.length === 0) return 'all' in condition ? 'immer' : 'nie';
  return members
    .map((member) => (isComparison(member) ? conditionDe(member) : `(${conditionDe(member)})`))
    .join('all' in condition ? ' und ' : ' oder ');
}
