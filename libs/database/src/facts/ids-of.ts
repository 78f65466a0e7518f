import { textOf } from './facts-of.js';
import type { Records } from './records-sql.js';

/** The ids of the records at hand, by their names in the catalogue. */
export function idsOf(records: Records): Readonly<Record<string, string>> {
  const { booking, invoice, inquiry, project, task, message, client, staff, payment, brand } = records;
  const rows = { client, booking, inquiry, project, invoice, payment, task, message, staff, brand };
  return Object.fromEntries(
    Object.entries(rows).flatMap(([name, row]) => {
      const id = textOf(row?.['id']);
      return id === null ? [] : [[name, id]];
    }),
  );
}
