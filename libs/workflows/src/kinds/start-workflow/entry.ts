import type { Entry } from '../entry-of-kind.js';

export const startWorkflowEntry = { begins: 'perform' } as const satisfies Entry;
