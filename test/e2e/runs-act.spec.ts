import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { kinds } from '@cueline/workflows';
import { caughtMails } from '@cueline/testkit/api-client';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';

jest.setTimeout(240_000);

let stack: Stack;
let automation: Automation;
let clientId: string;

beforeAll(async () => {
  stack = await Stack.start();
  automation = automationOf(await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword));
  clientId = await automation.made('clients', { firstName: 'Alma', email: 'alma@clients.test' });
});
afterAll(() => stack.stop());

const booking = () =>
  automation.made('bookings', {
    clientId,
    title: 'The day',
    kind: 'wedding',
    startsAt: '2027-06-12T13:00:00Z',
    endsAt: '2027-06-12T21:00:00Z',
  });
const got = <Body extends object>(path: string) => automation.said<Body>('GET', path);
const mailsSent = async () => (await caughtMails(stack)).items.map(({ to, subject }) => `${to}: ${subject}`);

describe('a run', () => {
  it('notifies the owner of the studio, with the way to the run', async () => {
    await automation.published('Notice', 'booking.created', [
      { ...kinds.notifyStaff.defaults('tell'), subject: '{{ client.firstName }} has booked', text: 'Hurray' },
    ]);
    await booking();
    const notice = 'owner@sample.cueline.test';
    await until('the owner has the mail', async () =>
      (await mailsSent()).some((mail) => mail.includes(notice) && mail.endsWith(': Alma has booked')),
    );
  });

  it('starts another workflow, which starts by this alone when nothing else happens', async () => {
    const add = { field: 'tags', op: 'add', value: 'asked for' };
    const other = await automation.published('Asked for', 'booking.rescheduled', [
      { ...kinds.updateRecord.defaults('tag'), set: [add] },
    ]);
    await automation.published('Asks', 'booking.created', [
      { ...kinds.startWorkflow.defaults('ask'), workflow: other },
    ]);
    const bookingId = await booking();
    await until('the client has the tag', async () =>
      (await got<{ tags: string[] }>(`clients/${clientId}`)).tags.includes('asked for'),
    );
    const { items } = await got<{ items: object[] }>(`events?subjectId=${bookingId}`);
    expect(items).toContainEqual(expect.objectContaining({ type: 'workflow.requested' }));
  });

  it('cannot be asked for from outside', async () => {
    const event = { specversion: '1.0', id: '1', source: 'test', type: 'workflow.requested' };
    const subject = `booking/${await booking()}`;
    await expect(automation.said('POST', 'events', { ...event, subject })).rejects.toThrow(
      /event\.unknownType/,
    );
  });

  it('changes a record, and what happens by it starts another workflow', async () => {
    const changes = [
      { field: 'status', op: 'set', value: 'confirmed' },
      { field: 'location', op: 'set', value: 'With {{ client.firstName }}' },
    ];
    const update = { ...kinds.updateRecord.defaults('confirm'), record: 'booking', set: changes };
    await automation.published('Confirm', 'booking.created', [update]);
    const tag = { field: 'tags', op: 'add', value: 'booked' };
    await automation.published('Tag', 'booking.confirmed', [
      { ...kinds.updateRecord.defaults('tag'), set: [tag] },
    ]);
    const bookingId = await booking();
    await until('the client has the tag', async () =>
      (await got<{ tags: string[] }>(`clients/${clientId}`)).tags.includes('booked'),
    );
    expect(await got(`bookings/${bookingId}`)).toMatchObject({ status: 'confirmed', location: 'With Alma' });
  });

  it('creates a task, and another workflow tells whoever has it', async () => {
    const staffId = await automation.made('staff', { firstName: 'Jo', email: 'jo@staff.test' });
    const template = await automation.made('templates', {
      name: 'New task',
      subject: 'To do: {{ task.title }}',
      html: '<p>Hello</p>',
    });
    await automation.published('Tell', 'task.assigned', [
      { ...kinds.sendMail.defaults('tell'), template, to: { role: 'staff' } },
    ]);
    const assignee = { role: 'member', id: staffId };
    const title = 'Pack for {{ booking.title }} with {{ client.firstName }}';
    await automation.published('Prepare', 'booking.created', [
      { ...kinds.createTask.defaults('pack'), title, assignee, due: { amount: 3, unit: 'days' } },
    ]);
    const bookingId = await booking();
    await until('Jo has the mail', async () =>
      (await mailsSent()).includes('Jo <jo@staff.test>: To do: Pack for The day with Alma'),
    );
    expect(await got(`tasks?bookingId=${bookingId}`)).toMatchObject({
      items: [{ title: 'Pack for The day with Alma', assigneeName: 'Jo', clientId, status: 'open' }],
    });
  });
});
