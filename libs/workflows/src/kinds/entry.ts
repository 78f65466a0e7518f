import type { StepKind } from '../definition/step.js';

/** What a step asks of the driver when a run reaches it. */
export type Entry = 'perform' | 'schedule' | 'end';

/**
 * How each kind begins. Apart from the rest of the kinds, since this alone enters the workflow sandbox: there every run evaluates every
 * module that it imports, and the schemas would cost each of them milliseconds.
 */
export const entryOf = {
  sendMail: 'perform',
  wait: 'schedule',
  decide: 'perform',
  createTask: 'perform',
  updateRecord: 'perform',
  end: 'end',
} as const satisfies { readonly [K in StepKind]: Entry };

/** Kinds that a worker carries out. */
export type EffectKind = { [K in StepKind]: (typeof entryOf)[K] extends 'perform' ? K : never }[StepKind];
