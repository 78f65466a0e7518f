import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { calendarFile, type CalendarEntry } from './calendar-file.js';

const entry: CalendarEntry = {
  bookingId: '0197a1b2-0000-7000-8000-000000000001',
  brandId: '0197a1b2-0000-7000-8000-0000000000b1',
  sequence: 0,
  status: 'confirmed',
  title: 'Wedding of Ana and Tom',
  location: 'Haus am See, Berlin',
  startsAt: '2027-06-12T12:00:00.000Z',
  endsAt: '2027-06-12T20:00:00.000Z',
  from: { name: 'Lumen Photo', address: 'hello@lumen.example' },
  to: { name: 'Ana Ruiz', address: 'ana@client.example' },
  now: new Date('2027-01-02T03:04:05.678Z'),
};
const HOSTILE = 'x\r\nBEGIN:VALARM\nATTENDEE:mailto:evil@x.example\r;,\\"^n \u0000\u2028\u0007END:VEVENT';

/** As a calendar reads it, lines unfolded by the rules. */
function read(changes: Partial<CalendarEntry>) {
  const file = calendarFile({ ...entry, ...changes });
  const calendar = new ICAL.Component(ICAL.parse(file.content) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  return {
    file,
    calendar,
    events,
    event: new ICAL.Event(events[0]),
    of: (name: string) => events[0]!.getFirstPropertyValue(name),
  };
}
const at = (time: ICAL.Time) => time.toJSDate().toISOString();

describe('the calendar file of a booking', () => {
  it('invites its reader, as calendars want it', () => {
    const { file, calendar, event, of } = read({});
    expect(file.method).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect([event.summary, event.location]).toEqual([entry.title, entry.location]);
    expect([at(event.startDate), at(event.endDate)]).toEqual([entry.startsAt, entry.endsAt]);
    expect(String(of('dtstamp'))).toBe('2027-01-02T03:04:05Z');
    expect(of('status')).toBe('CONFIRMED');
    expect(event.organizer).toBe('mailto:hello@lumen.example');
    expect(event.attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
      'mailto:ana@client.example',
    ]);
    expect(event.attendees[0]!.getParameter('rsvp')).toBe('FALSE');
    expect(event.attendees[0]!.getParameter('cn')).toBe('Ana Ruiz');
  });

  it('is one entry for one booking and brand, whatever has changed', () => {
    const uids = [
      {},
      { sequence: 4, startsAt: '2027-06-13T12:00:00.000Z' },
      { status: 'cancelled' as const },
    ].map((changes) => read(changes).event.uid);
    expect(new Set(uids).size).toBe(1);
    expect(read({ brandId: '0197a1b2-0000-7000-8000-0000000000b2' }).event.uid).not.toBe(uids[0]);
    expect(read({ sequence: 4 }).event.sequence).toBe(4);
  });

  it('takes a cancelled booking out', () => {
    const { file, calendar, event, of } = read({ status: 'cancelled', sequence: 2 });
    expect([file.method, calendar.getFirstPropertyValue('method'), of('status'), event.sequence]).toEqual([
      'CANCEL',
      'CANCEL',
      'CANCELLED',
      2,
    ]);
    expect(event.attendees).toHaveLength(1);
  });

  it.each([
    ['tentative', 'TENTATIVE'],
    ['completed', 'CONFIRMED'],
  ] as const)('says that it is %s', (status, said) => {
    expect(read({ status }).of('status')).toBe(said);
  });

  it('invites nobody to what is their own', () => {
    const { file, event } = read({ to: { name: '', address: 'Hello@lumen.example' } });
    expect([file.method, event.attendees]).toEqual(['PUBLISH', []]);
  });

  it.each([
    ['the hour that comes twice, the first time', '2026-10-25T00:30:00.000Z', '02:30 GMT+2'],
    ['the hour that comes twice, the second time', '2026-10-25T01:30:00.000Z', '02:30 GMT+1'],
    ['the morning after a change', '2027-03-28T01:00:00.000Z', '03:00 GMT+2'],
    ['a winter day', '2026-12-05T12:00:00.000Z', '13:00 GMT+1'],
  ])('means one instant over a change of daylight saving: %s', (_, startsAt, local) => {
    const { event } = read({ startsAt, endsAt: '2027-12-01T00:00:00.000Z' });
    const options = {
      timeZone: 'Europe/Berlin',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'shortOffset',
    } as const;
    expect(at(event.startDate)).toBe(startsAt);
    expect(
      new Intl.DateTimeFormat('en-GB', options).format(event.startDate.toJSDate()).replace(',', ''),
    ).toBe(local);
  });

  it('holds texts of any kind, and nothing that they would add', () => {
    const { file, calendar, events, event } = read({
      title: HOSTILE,
      location: HOSTILE,
      from: { name: HOSTILE, address: entry.from.address },
      to: { name: HOSTILE, address: entry.to.address },
    });
    expect(events).toHaveLength(1);
    expect(calendar.getAllSubcomponents()).toHaveLength(1);
    expect(events[0]!.getAllSubcomponents()).toEqual([]);
    expect(event.attendees).toHaveLength(1);
    expect(event.summary).toContain(';,\\"^n');
    expect(file.content.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  });

  it('folds long lines at 75 octets, between letters', () => {
    const title = 'Hochzeit von Jürgen & Zoë in der Straße 😀 '.repeat(12).trim();
    const { file, event } = read({ title });
    expect(event.summary).toBe(title);
    expect(file.content.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(file.content.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});
