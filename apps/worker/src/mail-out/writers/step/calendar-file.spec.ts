import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordingTransport } from '@cueline/email/smtp';
import { kinds, type SendMailStep } from '@cueline/workflows';
import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
import { activitiesOf, perform, runOf } from '../../../engine/activities/effects/run.fixture.js';
import { TestStudio, type Event } from '../../../studio.fixture.js';

let studio: TestStudio;
let clientId: string;
beforeAll(async () => {
  studio = await TestStudio.open();
  await studio.rows('UPDATE studios SET mails_per_contact_and_day = NULL');
  await studio.rows(`UPDATE templates SET attachments = '[{"type": "calendar"}]'`);
  clientId = await studio.client('Mara');
});
afterAll(() => studio.close());

const step = (): SendMailStep => ({ ...kinds.sendMail.defaults('mail'), template: studio.templateId });

/** The mail of a run about this record, as it went over the wire. */
async function mailAbout(event: Event, subjectId: string, subjectType = 'booking'): Promise<ParsedMail> {
  const transport = new RecordingTransport();
  const runId = await runOf(studio, step(), { event, subjectId, subjectType });
  await perform(studio, step(), runId, activitiesOf(studio, transport));
  return simpleParser(transport.delivered[0]!.message);
}

interface Entry {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly startsAt: string;
}

/** As a calendar reads the mail's file: the part beside the text and the attachment are the same. */
function entryIn({ attachments }: ParsedMail): Entry {
  expect(attachments.map(({ contentType }) => contentType)).toEqual(['text/calendar', 'application/ics']);
  const [part, file] = attachments;
  expect(file!.content.toString()).toBe(part!.content.toString());
  expect(file!.filename).toBe('invite.ics');
  const calendar = new ICAL.Component(ICAL.parse(file!.content.toString()) as unknown[]);
  const { params } = part!.headers.get('content-type') as {
    readonly params: Readonly<Record<string, string>>;
  };
  expect(params.method).toBe(calendar.getFirstPropertyValue('method'));
  const vevent = calendar.getFirstSubcomponent('vevent')!;
  const event = new ICAL.Event(vevent);
  return {
    method: params.method!,
    uid: event.uid,
    sequence: event.sequence,
    status: String(vevent.getFirstPropertyValue('status')),
    startsAt: event.startDate.toJSDate().toISOString(),
  };
}

describe('the calendar file in the mails of one booking', () => {
  it('puts the booking in, moves it with each change that a calendar shows, and takes it out when it is cancelled', async () => {
    const id = await studio.booking({ clientId });
    const change = (set: string) => studio.rows(`UPDATE bookings SET ${set} WHERE id = $1`, id);
    const first = entryIn(await mailAbout('booking.created', id));
    expect(first).toMatchObject({ method: 'REQUEST', sequence: 0 });

    await change(`starts_at = '2031-10-26T00:30:00Z', ends_at = '2031-10-26T04:00:00Z'`);
    const moved = entryIn(await mailAbout('booking.rescheduled', id));
    expect(moved).toMatchObject({
      method: 'REQUEST',
      uid: first.uid,
      sequence: 1,
      startsAt: '2031-10-26T00:30:00.000Z',
    });

    await change(`title = 'Another title', notes = 'A note'`);
    expect(entryIn(await mailAbout('booking.created', id)).sequence).toBe(1);
    await change(`location = 'The other barn'`);
    expect(entryIn(await mailAbout('booking.created', id)).sequence).toBe(2);
    await change(`status = 'confirmed'`);
    await change(`status = 'completed'`);
    const confirmed = entryIn(await mailAbout('booking.created', id));
    expect([confirmed.sequence, confirmed.status]).toEqual([3, 'CONFIRMED']);

    await change(`status = 'cancelled'`);
    expect(entryIn(await mailAbout('booking.cancelled', id))).toMatchObject({
      ...{ method: 'CANCEL', status: 'CANCELLED', uid: first.uid, sequence: 4 },
    });
  });

  it('is left out of a mail about no booking', async () => {
    const { attachments, html } = await mailAbout('client.unsubscribed', clientId, 'client');
    expect(attachments).toEqual([]);
    expect(html).toContain('<p');
  });
});
