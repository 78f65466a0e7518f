import type { Field, RecordSpec } from './field.js';
import { invoice, payment } from './records/money.js';
import { brand, client, staff, studio } from './records/people.js';
import { booking, inquiry, project } from './records/sales.js';
import { message, task } from './records/work.js';

/** Every record whose fields a template or a condition may name. */
export const records: readonly RecordSpec[] = [
  client,
  booking,
  inquiry,
  project,
  invoice,
  payment,
  task,
  message,
  staff,
  brand,
  studio,
];

const recordsByName = new Map(records.map((spec) => [spec.name, spec]));
const fieldsByPath = new Map(
  records.flatMap((spec) => spec.fields.map((field) => [field.path, field] as const)),
);

export const recordSpec = (name: string): RecordSpec | undefined => recordsByName.get(name);

/** The field of a path like `booking.startsAt`, wherever it is available. */
export const fieldOf = (path: string): Field | undefined => fieldsByPath.get(path);
