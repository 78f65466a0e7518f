import type { Tone } from '../../kit/status-dot.js';
import { m } from './messages.js';

export const bookingLabels = {
  tentative: m.tentative,
  confirmed: m.confirmed,
  completed: m.completed,
  cancelled: m.cancelled,
} as const;
export type BookingStatus = keyof typeof bookingLabels;

export const bookingTones: Readonly<Record<BookingStatus, Tone>> = {
  tentative: 'draft',
  confirmed: 'live',
  completed: 'done',
  cancelled: 'quiet',
};
