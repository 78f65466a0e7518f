import type { Tone } from '../../kit/status-dot.js';
import { m } from './messages.js';

export const invoiceLabels = {
  draft: m.draft,
  issued: m.issued,
  overdue: m.overdue,
  paid: m.paid,
  void: m.void,
} as const;
export type InvoiceStatus = keyof typeof invoiceLabels;
export const invoiceTones: Readonly<Record<InvoiceStatus, Tone>> = {
  draft: 'draft',
  issued: 'waiting',
  overdue: 'you',
  paid: 'done',
  void: 'quiet',
};
