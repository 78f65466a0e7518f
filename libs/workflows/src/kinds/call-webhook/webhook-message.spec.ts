import { expect, it } from '@jest/globals';
import { sampleFacts, type Facts } from '../../catalogue/index.js';
import { kinds } from '../index.js';
import { webhookMessageOf } from './webhook-message.js';

const about = {
  event: { id: 'e1', type: 'booking.created', occurredAt: '2027-05-01T08:00:00.000Z' },
  workflow: { id: 'w1' },
  run: { id: 'r1' },
  record: { type: 'booking', id: 'b1' },
  ids: { client: 'c1', booking: 'b1' },
};

it('tells ids, and of the records what the step names, as it is at that moment', () => {
  const fields = ['client.firstName', 'client.phone', 'booking.startsAt', 'studio.name', 'constructor.name'];
  const step = { ...kinds.callWebhook.defaults('call'), name: 'Tell the lab', fields };
  const facts: Facts = { ...sampleFacts('booking.created'), client: { firstName: 'Mara', lastName: 'Lind' } };
  const now = '2027-06-09T07:00:00.000Z';
  expect(webhookMessageOf(step, about, facts, now)).toEqual({
    type: 'workflow.step',
    timestamp: now,
    data: {
      event: about.event,
      workflow: { id: 'w1' },
      run: { id: 'r1' },
      step: { id: 'call', name: 'Tell the lab' },
      record: { type: 'booking', id: 'b1' },
      client: { id: 'c1', firstName: 'Mara', phone: null },
      booking: { id: 'b1', startsAt: facts['booking']!['startsAt'] },
      studio: { name: facts['studio']!['name'] },
      constructor: { name: null },
    },
  });
});
