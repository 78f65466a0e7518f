import type { Entry } from '../entry-of-kind.js';

export const notifyStaffEntry = { begins: 'perform' } as const satisfies Entry;
