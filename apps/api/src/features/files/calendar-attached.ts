import type { attachments } from '@cueline/contracts';
import { CALENDAR_FILE_NAME } from '@cueline/email/calendar';
import type { Facts } from '@cueline/workflows';

interface BookingFacts {
  readonly title: string | null;
  readonly location: string | null;
  readonly status: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The calendar file of a mail about these facts; undefined where they have no booking. */
export function calendarAttached(facts: Facts): attachments.Attached | undefined {
  const booking = facts.booking as BookingFacts | undefined;
  return booking && entryOf(booking);
}

const entryOf = ({ title, location, status, startsAt, endsAt }: BookingFacts): attachments.Attached => ({
  type: 'calendar',
  name: CALENDAR_FILE_NAME,
  method: status === 'cancelled' ? 'CANCEL' : 'REQUEST',
  title: title ?? '',
  location: location ?? '',
  startsAt,
  endsAt,
});
