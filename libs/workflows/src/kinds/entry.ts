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
  waitForEvent: 'schedule',
  approve: 'schedule',
  decide: 'perform',
  createTask: 'perform',
  updateRecord: 'perform',
  startWorkflow: 'perform',
  notifyStaff: 'perform',
  callWebhook: 'perform',
  end: 'end',
} as const satisfies { readonly [K in StepKind]: Entry };

/** The way on from a wait for an answer that ends without one: at its limit, or forced by a person. */
export const withoutAnswer: Partial<Record<StepKind, string>> = {
  waitForEvent: 'timedOut',
  approve: 'noAnswer',
};

type OfEntry<E extends Entry> = { [K in StepKind]: (typeof entryOf)[K] extends E ? K : never }[StepKind];
/** Kinds that a worker carries out. */
export type EffectKind = OfEntry<'perform'>;
/** Kinds that wait for something. */
export type WaitKind = OfEntry<'schedule'>;
