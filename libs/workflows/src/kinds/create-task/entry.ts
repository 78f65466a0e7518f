import type { Entry } from '../entry-of-kind.js';

export const createTaskEntry = { begins: 'perform' } as const satisfies Entry;
