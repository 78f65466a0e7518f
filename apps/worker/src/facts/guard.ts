import { beganWith, type RunContext } from './run-context.repository.js';

export interface Stop {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Why a run must not go on with an effect, as the record stands at this moment; undefined when nothing speaks against it. */
export function reasonToExit(context: RunContext): Stop | undefined {
  if (context.exit_event) return { code: 'exit.event', params: { event: context.exit_event } };
  const status = context.booking?.['status'];
  // A workflow about the cancellation itself goes on, everything else about a cancelled booking stops.
  if (
    context.subject_type === 'booking' &&
    status === 'cancelled' &&
    beganWith(context) !== 'booking.cancelled'
  ) {
    return { code: 'exit.bookingCancelled', params: {} };
  }
  const invoice = context.invoice?.['status'];
  if (context.subject_type === 'invoice' && invoice === 'void')
    return { code: 'exit.invoiceVoid', params: {} };
  return undefined;
}
