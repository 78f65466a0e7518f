import { expect, it } from '@jest/globals';
import { describeReason } from './index.js';

it.each([
  ['send.sent', { recipients: ['mara@clients.test'] }, 'Would be sent to mara@clients.test.'],
  ['task.created', { title: 'Call', person: 'Jo' }, 'Would create the task “Call” for Jo.'],
  ['task.created', { title: 'Call' }, 'Would create the task “Call”.'],
  ['update.done', { record: 'client', changed: ['company'] }, 'Would change: Client company.'],
  ['start.requested', { name: 'Thanks' }, 'Would start “Thanks”.'],
  ['webhook.delivered', { host: 'hooks.test' }, 'Would call hooks.test.'],
  ['wait.due', {}, 'Would wait until then.'],
])('%s is said as what would be in a rehearsal', (code, params, sentence) => {
  expect(describeReason({ code, params }, 'en', 'rehearsed')).toEqual([sentence]);
  expect(describeReason({ code, params }, 'en')).not.toEqual([sentence]);
});

it('says what no rehearsal changes as it is', () => {
  const reason = { code: 'recipient.optedOut' };
  expect(describeReason(reason, 'en', 'rehearsed')).toEqual(describeReason(reason, 'en'));
});
