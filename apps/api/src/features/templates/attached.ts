import type { attachments } from '@cueline/contracts';
import type { Attachment } from '@cueline/database';
import { CALENDAR_FILE_NAME } from '@cueline/email/calendar';
import type { Facts } from '@cueline/workflows';

interface BookingFacts {
  readonly title: string | null;
  readonly location: string | null;
  readonly status: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What a mail about these facts carries, as its reader sees it. */
export function attachedTo(facts: Facts, given: readonly Attachment[]): attachments.Attached[] {
  const booking = facts.booking as BookingFacts | undefined;
  return given.flatMap((one) => (one.type === 'calendar' && booking ? [entryOf(booking)] : []));
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
