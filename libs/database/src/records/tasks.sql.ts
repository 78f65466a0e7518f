import { text } from '../client/columns.js';
import { statement } from '../client/statement.js';

export const insertTask = statement({
  name: 'create-task',
  params: {
    studioId: text,
    brandId: text,
    title: text,
    notes: text,
    dueAt: text.orNull,
    assigneeId: text.orNull,
    clientId: text.orNull,
    bookingId: text.orNull,
  },
  row: { id: text },
  sql: `
  INSERT INTO tasks (id, studio_id, brand_id, title, notes, due_at, assignee_id, client_id, booking_id, updated_at)
  VALUES (gen_random_uuid(), :studioId, :brandId, :title, :notes, :dueAt, :assigneeId, :clientId, :bookingId, now()) RETURNING id::text`,
});

const person = { id: text, name: text };
const columns = `s.id::text, concat_ws(' ', s.first_name, NULLIF(s.last_name, '')) AS name`;

export const findAssignee = statement({
  name: 'task-assignee',
  params: { studioId: text, id: text },
  row: person,
  sql: `SELECT ${columns} FROM staff s WHERE s.studio_id = :studioId AND s.id = :id AND s.archived_at IS NULL`,
});

/** All whom a step may name. */
export const namedStaff = statement({
  name: 'named-staff',
  params: { studioId: text },
  row: person,
  sql: `SELECT ${columns} FROM staff s WHERE s.studio_id = :studioId AND s.archived_at IS NULL`,
});

/** The first of the staff on a booking. */
export const staffOnBooking = statement({
  name: 'task-staff-on-booking',
  params: { studioId: text, bookingId: text },
  row: person,
  sql: `SELECT ${columns} FROM booking_staff x JOIN staff s ON s.studio_id = x.studio_id AND s.id = x.staff_id
    WHERE x.studio_id = :studioId AND x.booking_id = :bookingId AND s.archived_at IS NULL ORDER BY s.created_at, s.id LIMIT 1`,
});
