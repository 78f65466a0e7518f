import type { PeopleList } from '@cueline/workflows';
import { ofStudio } from '../client/row-conditions.sql.js';
import { text } from '../client/columns.js';
import { statement } from '../client/statement.js';

const params = { studioId: text, bookingId: text.orNull };
const row = { name: text, email: text.orNull };
const fullName = `concat_ws(' ', NULLIF(s.first_name, ''), NULLIF(s.last_name, ''))`;

const members = (list: 'owners' | 'members', which = 'true') =>
  statement({
    name: `people-${list}`,
    params: { studioId: text },
    row,
    sql: `SELECT u.name, u.email FROM members m JOIN users u ON u.id = m.user_id
    WHERE ${ofStudio('m')} AND ${which} ORDER BY m.created_at, m.id`,
  });

/** People of a booking, and of the studio. */
export const peopleOf = {
  staffOnBooking: statement({
    name: 'people-staff-on-booking',
    params,
    row,
    sql: `SELECT ${fullName} AS name, s.email FROM booking_staff x JOIN staff s ON s.studio_id = x.studio_id AND s.id = x.staff_id
      WHERE ${ofStudio('x')} AND x.booking_id = :bookingId AND s.archived_at IS NULL ORDER BY s.created_at, s.id`,
  }),
  vendorsOnBooking: statement({
    name: 'people-vendors-on-booking',
    params,
    row,
    sql: `SELECT v.name, v.email FROM booking_vendors x JOIN vendors v ON v.studio_id = x.studio_id AND v.id = x.vendor_id
      WHERE ${ofStudio('x')} AND x.booking_id = :bookingId AND v.archived_at IS NULL ORDER BY v.id`,
  }),
  owners: members('owners', "m.role = 'owner'"),
  members: members('members'),
} satisfies Readonly<Record<PeopleList, unknown>>;
