import {
  text,
  type ReasonMessage,
  type ReasonMessages,
  type ReasonParams,
  type Sentence,
} from '../../reasons/reason-message.js';
import { describeRedirection } from './redirection-reasons.js';

/** Why nobody took a webhook. */
const causes = {
  timeout: 'there was no answer in ten seconds',
  unknownName: 'nobody knows this name',
  refused: 'nobody listens there',
  unreachable: 'there is no way to it',
  certificate: 'its certificate cannot be trusted',
  closed: 'the connection broke off',
  noHttp: 'what it answered cannot be read',
} as const;
type Cause = keyof typeof causes;

const describeAnswer: Sentence = (p) =>
  `${text(p['host'])} answered ${String(p['status'])}${p['answer'] ? `: “${text(p['answer'])}”.` : '.'}`;

/** Why a webhook was, or was not, taken. */
export const webhookReasons = {
  'webhook.waiting': (p) => `${text(p['host'])} is being called.`,
  'webhook.delivered': {
    real: (p) =>
      p['to']
        ? `${text(p['host'])} has taken it. It answered with a redirect after taking the call (${String(p['status'])}), to its output at ${text(p['to'])}, which is not read.`
        : `${text(p['host'])} has taken it.`,
    rehearsed: (p) => `Would call ${text(p['host'])}.`,
  },
  'webhook.unreachable': (p) =>
    `${text(p['host'])} did not take it: ${causes[text(p['cause']) as Cause] ?? causes.closed}. It is tried again.`,
  'webhook.busy': (p) => `${describeAnswer(p)} It is tried again.`,
  'webhook.gaveUp': (p) =>
    `It was tried ${String(p['attempts'])} times in a day and a half. ${lastTry(p['last'])}`.trimEnd(),
  'webhook.refused': (p) => describeAnswer(p),
  'webhook.gone': (p) =>
    `${text(p['host'])} says that nothing is to be sent there any more (410). Enter another address, or remove the step.`,
  'webhook.redirected': describeRedirection,
  'webhook.noAddress': () => 'There is no address to call.',
  'webhook.badAddress': () => 'The address is none that can be called.',
  'webhook.credentials': () => 'The address holds a name or a password.',
  'webhook.notEncrypted': (p) => `${text(p['host'])} would be called without encryption.`,
  'webhook.port': (p) => `${text(p['host'])} is on a port that is not one for webhooks.`,
  'webhook.inside': (p) =>
    `${text(p['host'])} is not on the public internet${p['address'] ? `: it leads to ${text(p['address'])}` : ''}.`,
} as const satisfies ReasonMessages;

/** What the last of many tries came to. */
function lastTry(reason: unknown): string {
  const { code = '', params = {} } = (reason ?? {}) as { code?: string; params?: ReasonParams };
  const messages: Readonly<Record<string, ReasonMessage>> = webhookReasons;
  const say = Object.hasOwn(messages, code) ? messages[code] : undefined;
  return typeof say === 'function' ? say(params).replace(' It is tried again.', '') : '';
}
