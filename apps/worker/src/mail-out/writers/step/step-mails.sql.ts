import { ofStudio, statement, text } from '@cueline/database/sql';

/** People of a booking, by their role there. */
export const peopleOnBooking = {
  staff: statement({
    name: 'booking-staff',
    params: { studioId: text, bookingId: text },
    row: { firstName: text, lastName: text, email: text.orNull },
    sql: `SELECT s.first_name, s.last_name, s.email FROM booking_staff x JOIN staff s ON s.studio_id = x.studio_id AND s.id = x.staff_id
      WHERE x.studio_id = :studioId AND x.booking_id = :bookingId AND s.archived_at IS NULL ORDER BY s.id`,
  }),
  vendors: statement({
    name: 'booking-vendors',
    params: { studioId: text, bookingId: text },
    row: { name: text, email: text.orNull },
    sql: `SELECT v.name, v.email FROM booking_vendors x JOIN vendors v ON v.studio_id = x.studio_id AND v.id = x.vendor_id
      WHERE x.studio_id = :studioId AND x.booking_id = :bookingId AND v.archived_at IS NULL ORDER BY v.id`,
  }),
};

export const findTemplate = statement({
  name: 'template',
  params: { studioId: text, id: text },
  row: { subject: text, preheader: text, html: text, text: text.orNull },
  sql: `SELECT subject, preheader, html, text FROM templates WHERE id = :id AND ${ofStudio()}`,
});
