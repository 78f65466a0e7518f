import type { Entry } from '../entry-of-kind.js';
import type { SendMailStep } from './step.js';

export const sendMailEntry = {
  begins: 'perform',
  /** Somebody approves it, or it keeps to a send window. */
  waitsFirst: ({ window, approval }) => window !== undefined || approval !== undefined,
} as const satisfies Entry<SendMailStep>;
