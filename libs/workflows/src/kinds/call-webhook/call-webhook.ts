import { z } from 'zod';
import type { StepBase } from '../../definition/step.js';
import type { Kind, ProblemDraft } from '../kind.js';

export interface CallWebhookStep extends StepBase {
  readonly kind: 'callWebhook';
  /** Of a server of the owner's or of another program. */
  readonly url: string;
  /** Merge fields that are told with it: `client.email`. */
  readonly facts: readonly string[];
}

/** "hooks.example.com"; undefined for what is no address of a server. */
const hostOf = (url: string): string | undefined => /^https?:\/\/([^/?#\s]+)/i.exec(url)?.[1];

export const callWebhook: Kind<'callWebhook'> = {
  kind: 'callWebhook',
  label: 'Call webhook',
  hint: 'Another program is told, signed, with the fields you choose',
  config: { url: z.string().max(2_000), facts: z.array(z.string().max(100)).max(50) },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'callWebhook', url: '', facts: [] }),
  summary: ({ url }) => `Call ${hostOf(url) ?? 'a webhook'}`,
  problems: ({ url, facts }, { fields }) => [
    ...addressProblems(url),
    ...facts.flatMap((field, i) =>
      fields.has(field) ? [] : [{ code: 'webhook.unknownField', path: `/facts/${i}`, params: { field } }],
    ),
  ],
};

function addressProblems(url: string): ProblemDraft[] {
  const host = hostOf(url);
  if (!host || host.includes('@') || /\s/.test(url))
    return [{ code: 'webhook.badAddress', path: '/url', params: {} }];
  // An operator can allow single hosts without it, so it does not keep a workflow from being published.
  return /^https:/i.test(url)
    ? []
    : [{ code: 'webhook.notEncrypted', severity: 'warning', path: '/url', params: { host } }];
}
