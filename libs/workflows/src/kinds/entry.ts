import type { StepKind } from '../definition/step.js';

/** What a step asks of the driver when a run reaches it. */
export type Entry = 'perform' | 'schedule' | 'end';

/**
 * How each kind begins. Apart from the rest of the kinds, since this alone enters the workflow sandbox: there every run evaluates every
 * module that it imports, and the schemas would cost each of them milliseconds.
 */
export const entryOf: { readonly [K in StepKind]: Entry } = {
  sendMail: 'perform',
  wait: 'schedule',
  decide: 'perform',
  end: 'end',
};
