import type { WaitDuration } from './duration.js';

/** "3 days", "1 hour", "no time". */
export function durationWords({ amount, unit }: WaitDuration): string {
  if (amount === 0) return 'no time';
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
