import type { Entry } from '../entry-of-kind.js';

export const waitForEventEntry = { begins: 'schedule', withoutAnswer: 'timedOut' } as const satisfies Entry;
