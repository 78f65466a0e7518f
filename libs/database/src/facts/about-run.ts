/**
 * SQL of the ids of the records that a run is about: its own, its client and that one's mails, and what belongs to its booking.
 * @param run the alias of a row of `runs`
 */
export const recordsAboutRun = (run: string): string => `
    SELECT ${run}.subject_id UNION SELECT ${run}.client_id
    UNION SELECT x.id FROM messages x WHERE x.studio_id = ${run}.studio_id AND x.client_id = ${run}.client_id
    UNION SELECT x.id FROM invoices x WHERE ${run}.subject_type = 'booking' AND x.studio_id = ${run}.studio_id AND x.booking_id = ${run}.subject_id
    UNION SELECT x.id FROM tasks x WHERE ${run}.subject_type = 'booking' AND x.studio_id = ${run}.studio_id AND x.booking_id = ${run}.subject_id
    UNION SELECT x.project_id FROM bookings x WHERE ${run}.subject_type = 'booking' AND x.studio_id = ${run}.studio_id AND x.id = ${run}.subject_id`;
