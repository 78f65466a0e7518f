import type { Entry } from '../entry-of-kind.js';

export const waitForEventEntry = { begins: 'wait', withoutAnswer: 'timedOut' } as const satisfies Entry;
