import type { Entry } from '../entry-of-kind.js';

export const waitEntry = { begins: 'wait' } as const satisfies Entry;
