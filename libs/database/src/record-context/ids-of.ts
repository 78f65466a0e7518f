import type { RecordContext } from './facts-of.js';

/** The ids of the records at hand, by their names in the catalogue. */
export function idsOf(records: RecordContext): Readonly<Record<string, string>> {
  const { booking, invoice, inquiry, project, task, message, client, staff, payment, brand } = records;
  const found = { client, booking, inquiry, project, invoice, payment, task, message, staff, brand };
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, record]) => (record ? [[name, record.id]] : [])),
  );
}
