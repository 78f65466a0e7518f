import type { Entry } from '../entry-of-kind.js';

export const approveEntry = { begins: 'schedule', withoutAnswer: 'noAnswer' } as const satisfies Entry;
