import type { Tone } from '../../kit/status-dot.js';

export const bookingWords = {
  tentative: 'Tentative',
  confirmed: 'Confirmed',
  completed: 'Completed',
  cancelled: 'Cancelled',
} as const;
export const bookingTones: Readonly<Record<keyof typeof bookingWords, Tone>> = {
  tentative: 'draft',
  confirmed: 'live',
  completed: 'done',
  cancelled: 'quiet',
};
