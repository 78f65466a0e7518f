import { describe, expect, it } from '@jest/globals';
import type { Step } from '../definition/index.js';
import { kinds, stepKinds } from '../kinds/index.js';
import { describeStep, describeTrigger } from './index.js';

const labels = {
  templateName: (id: string) => (id === 'known' ? 'Welcome' : undefined),
  staffName: (id: string) => (id === 'jo' ? 'Jo Albers' : undefined),
  workflowName: (id: string) => (id === 'again' ? 'Ask again' : undefined),
};
const task = { id: 't', kind: 'createTask', title: 'Call {{ client.firstName }}' } as const;
const mail = kinds.sendMail.defaults('mail');
const paths = [
  { id: 'wedding', name: 'Wedding', steps: [] },
  { id: 'otherwise', steps: [] },
];

describe('describeStep', () => {
  it.each<[string, Step]>([
    ['Send a mail to the client', mail],
    ['Send “Welcome” to the vendors', { ...mail, template: 'known', to: { role: 'vendors' } }],
    ['Send a mail to hello@sunday.test', { ...mail, to: { role: 'address', address: 'hello@sunday.test' } }],
    ['Wait 3 days', { id: 'w', kind: 'wait', for: { amount: 3, unit: 'days' } }],
    ['Wait 1 month', { id: 'w', kind: 'wait', for: { amount: 1, unit: 'months' } }],
    ['Go on immediately', { id: 'w', kind: 'wait', for: { amount: 0, unit: 'days' } }],
    ['Decide: Wedding, otherwise', { id: 'd', kind: 'decide', paths }],
    ['Create the task “Call {{ client.firstName }}”', { ...task, assignee: { role: 'owner' } }],
    [
      'Create the task “Call {{ client.firstName }}” for Jo Albers, due after 2 days',
      { ...task, assignee: { role: 'member', id: 'jo' }, due: { amount: 2, unit: 'days' } },
    ],
    [
      'Update the booking: status becomes Confirmed, location is emptied',
      {
        id: 'u',
        kind: 'updateRecord',
        record: 'booking',
        set: [
          { field: 'status', op: 'set', value: 'confirmed' },
          { field: 'location', op: 'set', value: '' },
        ],
      },
    ],
    ['Start the workflow “Ask again”', { id: 's', kind: 'startWorkflow', workflow: 'again' }],
    [
      'Notify the owner: Look at this',
      { id: 'n', kind: 'notifyStaff', to: { role: 'owner' }, subject: 'Look at this', text: '' },
    ],
    [
      'Call hooks.example.com',
      { id: 'c', kind: 'callWebhook', url: 'https://hooks.example.com/x?y', fields: [] },
    ],
    ['End the run', { id: 'e', kind: 'end' }],
    ['End: weddings only', { id: 'e', kind: 'end', reason: 'weddings only' }],
  ])('%s', (sentence, step) => {
    expect(describeStep(step, labels, 'en')).toBe(sentence);
  });

  it.each(stepKinds)('has a sentence for a new step of kind %s', (kind) => {
    expect(describeStep(kinds[kind].defaults('new'), labels, 'en')).toMatch(/^[A-Z]/);
  });
});

describe('describeTrigger', () => {
  it('tells the event, the condition and how often', () => {
    const when = {
      all: [
        { field: 'booking.kind', op: 'is', value: 'wedding' },
        {
          any: [
            { field: 'client.tags', op: 'includes', value: 'vip' },
            { field: 'booking.startsAt', op: 'withinNextDays', value: 30 },
          ],
        },
      ],
    } as const;
    expect(
      describeTrigger({ type: 'event', event: 'booking.created', reentry: 'once-per-record', when }, 'en'),
    ).toBe(
      'When a booking is created and Booking kind is Wedding and (Client tags includes vip or Booking starts at is within the next 30 days), once for each record',
    );
    expect(describeTrigger({ type: 'event', event: 'invoice.overdue', reentry: 'every-time' }, 'en')).toBe(
      'When an invoice is overdue, every time',
    );
  });

  it('tells the date that comes near', () => {
    const moment = {
      anchor: 'booking.startsAt',
      offset: { amount: 3, unit: 'days', direction: 'before' },
      at: '09:00',
    } as const;
    const when = { field: 'booking.kind', op: 'is', value: 'wedding' } as const;
    expect(describeTrigger({ type: 'date', moment, reentry: 'once-per-record', when }, 'en')).toBe(
      '3 days before the session at 09:00, when Booking kind is Wedding, once for each record',
    );
  });
});
