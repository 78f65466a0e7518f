import type { Entry } from '../entry-of-kind.js';

export const updateRecordEntry = { begins: 'perform' } as const satisfies Entry;
