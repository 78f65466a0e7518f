import { lowerFirst } from '../language/first-letter.js';
import type { Language } from '../language/language.js';
import { eventGroupsDe, eventsDe, internalEventsDe } from './events.de.js';
import { eventTypeOf, isEventType } from './event-types.js';
import { internalEvents } from './internal-events.js';
import { choicesDe, fieldsDe, recordsDe } from './records.de.js';
import { fieldOf, recordSpec } from './records.js';

/** What an owner calls records, their fields and what happens to them. A name from elsewhere stands for itself. */
const of = (german: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(german, name) ? german[name] : undefined;

/** "Booking", "Buchung" */
export const recordLabel = (record: string, language: Language): string =>
  (language === 'de' ? of(recordsDe, record) : undefined) ?? recordSpec(record)?.label ?? record;

/** "First name" */
export const fieldLabel = (path: string, language: Language): string =>
  (language === 'de' ? of(fieldsDe, path) : undefined) ??
  fieldOf(path)?.label ??
  path.split('.').slice(1).join('.');

/** With its record, for the middle of a sentence: "Client first name", "Kunde: Vorname". */
export function fieldName(path: string, language: Language): string {
  const field = fieldOf(path);
  const [record = ''] = path.split('.');
  if (!field) return language === 'de' ? `„${path}“` : `"${path}"`;
  return language === 'de'
    ? `${recordLabel(record, language)}: ${fieldLabel(path, language)}`
    : `${record[0]!.toUpperCase()}${record.slice(1)} ${field.label.toLowerCase()}`;
}

/** An owner's word for a choice: "Confirmed", "Bestätigt". */
export function choiceLabel(path: string, value: string, language: Language): string {
  const german = language === 'de' && Object.hasOwn(choicesDe, path) ? choicesDe[path]! : {};
  return (
    of(german, value) ?? fieldOf(path)?.choices?.find((choice) => choice.value === value)?.label ?? value
  );
}

const internal = new Map<string, string>(internalEvents.map(({ type, label }) => [type, label]));

/** "A booking is created": the name of any event that may be recorded. */
export function eventLabel(type: string, language: Language): string {
  if (language === 'de') {
    const label = isEventType(type) ? eventsDe[type].label : of(internalEventsDe, type);
    if (label) return label;
  }
  return eventTypeOf(type)?.label ?? internal.get(type) ?? type;
}

/** The same after "when" and "wenn": "a booking is created", "eine Buchung angelegt wird". */
export const eventClause = (type: string, language: Language): string =>
  language === 'de' && isEventType(type) ? eventsDe[type].when : lowerFirst(eventLabel(type, language));

/** "Bookings" */
export const eventGroupLabel = (group: string, language: Language): string =>
  (language === 'de' ? of(eventGroupsDe, group) : undefined) ?? group;
