import { randomUUID } from 'node:crypto';
import type { TestStudio } from './studio.fixture.js';

/** A row with an id of its own, of this studio and brand. @param values SQL; `$4` and on are those `given` */
async function rowOf(
  studio: TestStudio,
  table: string,
  columns: string,
  values: string,
  ...given: unknown[]
): Promise<string> {
  const id = randomUUID();
  await studio.rows(
    `INSERT INTO ${table} (id, studio_id, brand_id, ${columns}) VALUES ($1, $2, $3, ${values})`,
    id,
    studio.id,
    studio.brandId,
    ...given,
  );
  return id;
}

export const mailOf = (studio: TestStudio, clientId: string) =>
  rowOf(
    studio,
    'messages',
    'direction, client_id, message_id, from_address, to_addresses, subject, text, html, occurred_at',
    `'incoming', $4, gen_random_uuid(), 'a@b.test', '{}', '', '', '', now()`,
    clientId,
  );

export const invoiceOf = (studio: TestStudio, clientId: string, bookingId: string | null) =>
  rowOf(
    studio,
    'invoices',
    'client_id, booking_id, number, status, currency, total_minor, updated_at',
    `$4, $5, gen_random_uuid(), 'issued', 'EUR', 100, now()`,
    clientId,
    bookingId,
  );

export const taskOf = (studio: TestStudio, clientId: string, bookingId: string) =>
  rowOf(
    studio,
    'tasks',
    'title, client_id, booking_id, updated_at',
    `'T', $4, $5, now()`,
    clientId,
    bookingId,
  );

export async function projectOf(studio: TestStudio, clientId: string, bookingId: string): Promise<string> {
  const id = await rowOf(studio, 'projects', 'client_id, name, updated_at', `$4, 'P', now()`, clientId);
  await studio.rows('UPDATE bookings SET project_id = $1 WHERE id = $2', id, bookingId);
  return id;
}
