import type { Entry } from '../entry-of-kind.js';

export const endEntry = { begins: 'end' } as const satisfies Entry;
