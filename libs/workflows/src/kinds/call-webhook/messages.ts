import { fieldIn } from '../../problems/field-in.js';
import type { ProblemMessages } from '../../problems/problem.js';

export const webhookProblems = {
  'webhook.noAddress': () => 'Enter the address that is called.',
  'webhook.badAddress': () =>
    'This is no address that can be called. Enter one such as https://hooks.example.com/cueline.',
  'webhook.credentials': () =>
    'Take the name and password out of the address: whoever is called knows us by the signature.',
  'webhook.notEncrypted': (p) =>
    `${p['host']} would be called without encryption. Enter an address that begins with https://.`,
  'webhook.port': (p) => `Port ${p['port']} is not one for webhooks. Use 443, or one from 1024 on.`,
  'webhook.inside': (p) =>
    `${p['host']} is not on the public internet, so it is not called. Enter an address that everybody can reach.`,
  'webhook.fieldUnavailable': (p) =>
    `${fieldIn(p)} is not known when this workflow starts. Take it out of the fields.`,
} as const satisfies ProblemMessages;
