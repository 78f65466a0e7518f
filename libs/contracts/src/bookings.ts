import { inEnglish } from '@cueline/workflows/language';
import { z } from 'zod';
import { id, instant, named, page, searchQuery, takenOver, text } from './shared.js';

const fields = {
  title: named(200),
  kind: named(50),
  startsAt: instant,
  endsAt: instant,
  location: text(300).optional(),
  notes: text(5_000).optional(),
};
const endsAfterStart = (booking: { startsAt?: string; endsAt?: string }) =>
  !booking.startsAt || !booking.endsAt || Date.parse(booking.endsAt) >= Date.parse(booking.startsAt);
const order = {
  error: inEnglish({
    en: 'A booking ends after it starts.',
    de: 'Eine Buchung endet, nachdem sie begonnen hat.',
  }),
  path: ['endsAt'],
};

export const newBooking = z
  .strictObject({
    clientId: id,
    brandId: id.optional(),
    projectId: id.optional(),
    status: z.enum(['tentative', 'confirmed']).default('tentative'),
    ...fields,
    takenOver,
  })
  .refine(endsAfterStart, order);
export const bookingPatch = z
  .strictObject({
    title: fields.title,
    kind: fields.kind,
    location: fields.location,
    notes: fields.notes,
    projectId: id.nullable(),
  })
  .partial();
export const reschedule = z
  .strictObject({ startsAt: instant, endsAt: instant })
  .refine(endsAfterStart, order);
export const cancellation = z.strictObject({ reason: text(2_000).optional() });
export const bookingStatus = z.enum(['tentative', 'confirmed', 'completed', 'cancelled']);
export const booking = z.object({
  id,
  brandId: id,
  clientId: id,
  projectId: id.nullable(),
  clientName: z.string(),
  title: z.string(),
  kind: z.string(),
  status: bookingStatus,
  startsAt: instant,
  endsAt: instant,
  location: z.string(),
  notes: z.string(),
  createdAt: instant,
});
export const bookingDetail = booking.extend({
  vendors: z.array(z.object({ vendorId: id, name: z.string(), service: z.string() })),
  staff: z.array(z.object({ staffId: id, name: z.string(), duty: z.string() })),
});
export const bookingPage = page(booking);
export const bookingQuery = searchQuery.extend({
  clientId: id.optional(),
  projectId: id.optional(),
  status: bookingStatus.optional(),
  kind: named(50).optional(),
});

export const vendorOnBookingParam = z.object({ id, vendorId: id });
export const staffOnBookingParam = z.object({ id, staffId: id });
export const vendorOnBooking = z.strictObject({ service: text(200).optional() });
export const staffOnBooking = z.strictObject({ duty: text(200).optional() });
export type NewBooking = z.infer<typeof newBooking>;
export type BookingPatch = z.infer<typeof bookingPatch>;
export type Reschedule = z.infer<typeof reschedule>;
export type Cancellation = z.infer<typeof cancellation>;
export type Booking = z.infer<typeof booking>;
export type BookingDetail = z.infer<typeof bookingDetail>;
export type BookingQuery = z.infer<typeof bookingQuery>;
export type VendorOnBookingParam = z.infer<typeof vendorOnBookingParam>;
export type StaffOnBookingParam = z.infer<typeof staffOnBookingParam>;
export type VendorOnBooking = z.infer<typeof vendorOnBooking>;
export type StaffOnBooking = z.infer<typeof staffOnBooking>;
