import type { Entry } from '../entry-of-kind.js';

export const approveEntry = { begins: 'wait', withoutAnswer: 'noAnswer' } as const satisfies Entry;
