import { z } from 'zod';
import { eventType } from '../event-type.js';

const around = {
  group: 'Bookings',
  subject: 'booking',
  records: ['booking', 'client', 'project', 'brand', 'studio'],
  optionalRecords: ['project'],
  roles: ['client', 'vendors', 'staff', 'address'],
  // A session of last night is often written down the next morning.
  ownDate: { field: 'booking.endsAt', days: 1 },
} as const;
const nothing = z.strictObject({});

export const bookingEvents = [
  eventType({
    ...around,
    type: 'booking.created',
    label: 'A booking is created',
    brings: true,
    data: nothing,
    sample: {},
  }),
  eventType({
    ...around,
    type: 'booking.confirmed',
    label: 'A booking is confirmed',
    data: nothing,
    sample: {},
  }),
  eventType({
    ...around,
    type: 'booking.rescheduled',
    label: 'A booking is rescheduled',
    moves: true,
    data: z.strictObject({ previousStartsAt: z.iso.datetime(), startsAt: z.iso.datetime() }),
    sample: { previousStartsAt: '2027-06-12T13:00:00.000Z', startsAt: '2027-06-19T13:00:00.000Z' },
  }),
  eventType({
    ...around,
    type: 'booking.cancelled',
    label: 'A booking is cancelled',
    data: z.strictObject({ reason: z.string().max(2000).optional() }),
    sample: { reason: 'The venue closed' },
  }),
  eventType({
    ...around,
    type: 'booking.completed',
    label: 'A session is completed',
    data: nothing,
    sample: {},
  }),
  eventType({
    ...around,
    type: 'staff.assigned',
    label: 'A staff member is put on a booking',
    group: 'Team',
    records: [...around.records, 'staff'],
    data: z.strictObject({ staffId: z.uuid(), duty: z.string().max(200).optional() }),
    sample: { staffId: '01890000-0000-7000-8000-000000000001', duty: 'Second photographer' },
  }),
] as const;
