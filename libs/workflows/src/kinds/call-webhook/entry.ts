import type { Entry } from '../entry-of-kind.js';

export const callWebhookEntry = { begins: 'perform' } as const satisfies Entry;
