import { z } from 'zod';
import type { Kind } from '../kind.js';
import { webhookProblems } from './messages.js';
import { webhookTargetOf } from './webhook-target.js';

export const webhookLimits = { url: 2_000, fields: 50 } as const;

export const callWebhook: Kind<'callWebhook', keyof typeof webhookProblems> = {
  kind: 'callWebhook',
  label: { en: 'Call webhook', de: 'Webhook aufrufen' },
  hint: {
    en: 'Another program is told, signed, with the fields you choose',
    de: 'Ein anderes Programm erfährt es, signiert, mit den Feldern deiner Wahl',
  },
  family: 'studio',
  icon: 'webhook',
  config: {
    url: z.string().max(webhookLimits.url),
    fields: z.array(z.string().max(100)).max(webhookLimits.fields),
  },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'callWebhook', url: '', fields: [] }),
  summary: ({ url }, _words, language) => {
    const target = webhookTargetOf(url, undefined);
    if (language === 'de') return `${target.ok ? target.host : 'Webhook'} aufrufen`;
    return `Call ${target.ok ? target.host : 'a webhook'}`;
  },
  problemMessages: webhookProblems,
  problems: ({ url, fields }, { fields: known, webhookAllow }) => {
    const target = webhookTargetOf(url, webhookAllow);
    return [
      ...(target.ok ? [] : [{ code: target.code, path: '/url', params: target.params }]),
      ...fields.flatMap((field, i) =>
        known.has(field)
          ? []
          : [{ code: 'webhook.fieldUnavailable' as const, path: `/fields/${i}`, params: { field } }],
      ),
    ];
  },
};
