import type { EventType } from './event-types.js';

interface StatusEvent {
  readonly record: 'booking' | 'invoice';
  /** What it usually was before. */
  readonly from: string;
  readonly to: string;
}

/** Events that say what the status of their record has become. */
export const statusEvents: Partial<Record<EventType, StatusEvent>> = {
  'booking.confirmed': { record: 'booking', from: 'tentative', to: 'confirmed' },
  'booking.completed': { record: 'booking', from: 'confirmed', to: 'completed' },
  'booking.cancelled': { record: 'booking', from: 'confirmed', to: 'cancelled' },
  'invoice.issued': { record: 'invoice', from: 'draft', to: 'issued' },
  'invoice.overdue': { record: 'invoice', from: 'issued', to: 'overdue' },
  'invoice.paid': { record: 'invoice', from: 'issued', to: 'paid' },
};
