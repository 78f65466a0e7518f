import type { Facts } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';

/** What a run must know to see whether it may go on. */
export interface RunFacts {
  /** The kind of record that it is about. */
  readonly subjectType: string;
  /** The event that started it. */
  readonly eventType: string;
  /** The first event since the start that ends runs like this one. */
  readonly exitEvent: string | null;
  readonly facts: Facts;
}

export interface ExitReason {
  readonly code: 'exit.event' | 'exit.bookingCancelled' | 'exit.invoiceVoid';
  readonly params: Readonly<Record<string, string>>;
}

/** Why a run must not go on with an effect, as the record is at this moment; undefined when nothing speaks against it. */
export function exitReason({ subjectType, eventType, exitEvent, facts }: RunFacts): ExitReason | undefined {
  if (exitEvent !== null) return { code: 'exit.event', params: { event: exitEvent } };
  // A workflow about the cancellation itself goes on, everything else about a cancelled booking stops.
  const cancelled = factAt(facts, 'booking.status') === 'cancelled';
  if (subjectType === 'booking' && cancelled && eventType !== 'booking.cancelled')
    return { code: 'exit.bookingCancelled', params: {} };
  if (subjectType === 'invoice' && factAt(facts, 'invoice.status') === 'void')
    return { code: 'exit.invoiceVoid', params: {} };
  return undefined;
}
