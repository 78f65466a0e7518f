import type { EventTypeSpec } from './event-type.js';
import { bookingEvents } from './events/bookings.js';
import { moneyEvents } from './events/money.js';
import { workEvents } from './events/work.js';
import type { Field } from './field.js';
import { recordSpec } from './records.js';

const all = [...bookingEvents, ...moneyEvents, ...workEvents] as const;

export type EventType = (typeof all)[number]['type'];

/** Every event that can start, end or wake a workflow. */
export const eventTypes: readonly EventTypeSpec<EventType>[] = all;

/** The event whose mails can speak of most of these records, rather of records that are always there; the first of several. */
export function eventFor(records: readonly string[]): EventType {
  const score = ({ records: has, optionalRecords }: EventTypeSpec) =>
    records.reduce((sum, name) => sum + (optionalRecords.includes(name) ? 2 : has.includes(name) ? 3 : 0), 0);
  return eventTypes.reduce((best, one) => (score(one) > score(best) ? one : best)).type;
}

const byType = new Map<string, EventTypeSpec<EventType>>(all.map((spec) => [spec.type, spec]));

export const eventTypeOf = (type: string): EventTypeSpec<EventType> | undefined => byType.get(type);
export const isEventType = (type: string): type is EventType => byType.has(type);

/** The merge fields at hand when an event of this type starts a run; those of a record that may be missing may be empty. */
export function fieldsFor(type: EventType): readonly Field[] {
  const spec = byType.get(type)!;
  return spec.records.flatMap((name) =>
    (recordSpec(name)?.fields ?? []).map((field) =>
      spec.optionalRecords.includes(name) ? { ...field, mayBeEmpty: true } : field,
    ),
  );
}
