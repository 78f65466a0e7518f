import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { addressKey } from '@cueline/workflows/locale';
import { displayName, type Mailbox } from '../message/address.js';

/** A booking as a calendar has it, and who tells whom of it. */
export interface CalendarEntry {
  readonly bookingId: string;
  readonly brandId: string;
  /** Rises with each change of the booking's date, place or status (RFC 5545 3.8.7.4). */
  readonly sequence: number;
  readonly status: 'tentative' | 'confirmed' | 'completed' | 'cancelled';
  readonly title: string;
  readonly location: string;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly now: Date;
}

export interface CalendarFile {
  readonly method: 'REQUEST' | 'PUBLISH' | 'CANCEL';
  readonly content: string;
}

export const CALENDAR_FILE_NAME = 'invite.ics';

/**
 * The booking as a file that puts it into its reader's calendar, moves it there or takes it out (RFC 5545, RFC 5546). One booking of a brand is one entry: its UID stays,
 * and the higher sequence counts, in whichever order mails are read. Times are instants in UTC, which every calendar shows in its reader's zone, daylight
 * saving included; a zone's rules written into the file could only disagree with the reader's.
 */
export function calendarFile(entry: CalendarEntry): CalendarFile {
  const method = methodOf(entry);
  const { from, to } = entry;
  const calendar = ical({
    prodId: { company: 'Cueline', product: 'Cueline' },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: `${entry.bookingId}.${entry.brandId}`,
    sequence: entry.sequence,
    stamp: entry.now,
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    summary: printable(entry.title),
    location: printable(entry.location),
    status: statuses[entry.status],
    organizer: { name: nameOf(from) || from.address, email: from.address },
  });
  // A calendar refuses an invitation from its own owner, and a publication has no guests (RFC 5546 3.2.1).
  if (method !== 'PUBLISH')
    event.createAttendee({
      ...(nameOf(to) && { name: nameOf(to) }),
      email: to.address,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      // The studio takes answers as mails, not as calendar replies.
      rsvp: false,
    });
  return { method, content: `${calendar.toString()}\r\n` };
}

function methodOf({ status, from, to }: CalendarEntry): CalendarFile['method'] {
  if (status === 'cancelled') return 'CANCEL';
  return addressKey(from.address) === addressKey(to.address) ? 'PUBLISH' : 'REQUEST';
}

const statuses = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** Control characters have no place in a calendar's texts (RFC 5545 3.1). */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const nameOf = ({ name }: Mailbox): string => printable(displayName(name));
