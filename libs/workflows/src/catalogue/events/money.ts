import { z } from 'zod';
import { eventType } from '../event-type.js';

const around = {
  group: 'Invoices',
  subject: 'invoice',
  records: ['invoice', 'client', 'booking', 'brand', 'studio'],
  optionalRecords: ['booking'],
  roles: ['client', 'address'],
} as const;
const nothing = z.strictObject({});
const byDueDate = { ...around, ownDate: { field: 'invoice.dueOn', days: 7 } } as const;
/** Payments are often written down weeks later, from a statement. */
const paid = { ...around, lateDays: 30 } as const;

export const moneyEvents = [
  eventType({
    ...byDueDate,
    type: 'invoice.issued',
    label: 'An invoice is issued',
    brings: true,
    data: nothing,
    sample: {},
  }),
  eventType({ ...byDueDate, type: 'invoice.due', label: 'An invoice is due', data: nothing, sample: {} }),
  eventType({
    ...byDueDate,
    type: 'invoice.overdue',
    label: 'An invoice is overdue',
    data: nothing,
    sample: {},
  }),
  eventType({ ...paid, type: 'invoice.paid', label: 'An invoice is paid', data: nothing, sample: {} }),
  eventType({
    ...paid,
    type: 'payment.received',
    label: 'A payment is received',
    records: [...around.records, 'payment'],
    data: z.strictObject({ paymentId: z.uuid() }),
    sample: { paymentId: '01890000-0000-7000-8000-000000000002' },
  }),
] as const;
