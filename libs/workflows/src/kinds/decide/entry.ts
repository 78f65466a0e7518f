import type { Entry } from '../entry-of-kind.js';

export const decideEntry = { begins: 'perform', leavesNothing: true } as const satisfies Entry;
