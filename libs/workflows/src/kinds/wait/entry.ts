import type { Entry } from '../entry-of-kind.js';

export const waitEntry = { begins: 'schedule' } as const satisfies Entry;
