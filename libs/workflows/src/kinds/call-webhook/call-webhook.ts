import { z } from 'zod';
import type { StepBase } from '../../definition/step.js';
import type { Kind } from '../kind.js';
import { webhookTargetOf } from './webhook-target.js';

export interface CallWebhookStep extends StepBase {
  readonly kind: 'callWebhook';
  /** Of a server of the owner's, or of another program. */
  readonly url: string;
  /** Merge fields that are told with it, as they are at that moment: `client.email`. */
  readonly fields: readonly string[];
}

export const webhookLimits = { url: 2_000, fields: 50 } as const;

export const callWebhook: Kind<'callWebhook'> = {
  kind: 'callWebhook',
  label: 'Call webhook',
  hint: 'Another program is told, signed, with the fields you choose',
  config: {
    url: z.string().max(webhookLimits.url),
    fields: z.array(z.string().max(100)).max(webhookLimits.fields),
  },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'callWebhook', url: '', fields: [] }),
  summary: ({ url }) => {
    const target = webhookTargetOf(url, undefined);
    return `Call ${target.ok ? target.host : 'a webhook'}`;
  },
  problems: ({ url, fields }, { fields: known, webhookAllow }) => {
    const target = webhookTargetOf(url, webhookAllow);
    return [
      ...(target.ok ? [] : [{ code: target.code, path: '/url', params: target.params }]),
      ...fields.flatMap((field, i) =>
        known.has(field)
          ? []
          : [{ code: 'webhook.fieldUnavailable', path: `/fields/${i}`, params: { field } }],
      ),
    ];
  },
};
