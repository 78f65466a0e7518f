import type { Attachment, RecordContext } from '@cueline/database';
import { calendarFile, type CalendarEntry, type CalendarFile } from '@cueline/email/calendar';
import type { Mailbox } from '@cueline/email';

/** The calendar file that a mail carries, of its booking as it is now; undefined where it carries none, or there is no booking any more. */
export function calendarOf(
  attachments: readonly Attachment[],
  { booking, brand, now }: Pick<RecordContext, 'booking' | 'brand'> & { readonly now: Date },
  { from, to }: { readonly from: Mailbox; readonly to: Mailbox },
): CalendarFile | undefined {
  if (!booking || !brand || !attachments.some(({ type }) => type === 'calendar')) return undefined;
  const { id, calendarSequence, status, title, location, startsAt, endsAt } = booking;
  return calendarFile({
    ...{ bookingId: id, brandId: brand.id, sequence: calendarSequence, title, location, startsAt, endsAt },
    status: status as CalendarEntry['status'],
    ...{ from, to, now },
  });
}
