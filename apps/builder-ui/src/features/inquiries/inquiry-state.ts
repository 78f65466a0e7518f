import type { Tone } from '../../kit/status-dot.js';
import { m } from './messages.js';

export const inquiryLabels = {
  open: m.open,
  answered: m.answered,
  booked: m.booked,
  closed: m.closed,
} as const;
export type InquiryStatus = keyof typeof inquiryLabels;
export const inquiryTones: Readonly<Record<InquiryStatus, Tone>> = {
  open: 'you',
  answered: 'waiting',
  booked: 'done',
  closed: 'quiet',
};
