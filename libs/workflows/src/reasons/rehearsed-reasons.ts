import { fieldWords } from '../conditions/words.js';
import { text, type Words } from './params.js';

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** What a rehearsal or a backtest came to: nothing was done, so nothing is said as done. */
export const rehearsedReasons: Readonly<Record<string, Words>> = {
  'send.sent': (p) => `Would be sent to ${text(p['recipients'])}.`,
  'task.created': (p) =>
    `Would create the task “${text(p['title'])}”${p['person'] ? ` for ${text(p['person'])}` : ''}.`,
  'task.createdForNobody': (p) =>
    `Would create the task “${text(p['title'])}”, with nobody there to do it: it would be in the studio’s list.`,
  'update.done': (p) =>
    `Would change: ${list(p['changed'])
      .map((field) => fieldWords(`${text(p['record'])}.${field}`))
      .join(', ')}.`,
  'start.requested': (p) =>
    p['name'] ? `Would start “${text(p['name'])}”.` : 'Would start the other workflow.',
  'webhook.delivered': (p) => `Would call ${text(p['host'])}.`,
  'wait.due': () => 'Would wait until then.',
  'wait.over': () => 'What it would wait for has come.',
  'mail.held': () => 'The email would wait for somebody of the studio to approve it.',
};
