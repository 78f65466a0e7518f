import { approveEntry } from './approve/entry.js';
import { callWebhookEntry } from './call-webhook/entry.js';
import { createTaskEntry } from './create-task/entry.js';
import { decideEntry } from './decide/entry.js';
import { endEntry } from './end/entry.js';
import type { Begins, Entry } from './entry-of-kind.js';
import { notifyStaffEntry } from './notify-staff/entry.js';
import { sendMailEntry } from './send-mail/entry.js';
import { startWorkflowEntry } from './start-workflow/entry.js';
import type { Step, StepKind, StepOf } from './step.js';
import { updateRecordEntry } from './update-record/entry.js';
import { waitEntry } from './wait/entry.js';
import { waitForEventEntry } from './wait-for-event/entry.js';

/** How each kind begins; the part of the registry that the workflow sandbox has. */
const entries = {
  sendMail: sendMailEntry,
  wait: waitEntry,
  waitForEvent: waitForEventEntry,
  approve: approveEntry,
  decide: decideEntry,
  createTask: createTaskEntry,
  updateRecord: updateRecordEntry,
  startWorkflow: startWorkflowEntry,
  notifyStaff: notifyStaffEntry,
  callWebhook: callWebhookEntry,
  end: endEntry,
} as const satisfies { readonly [K in StepKind]: Entry<StepOf<K>> };

export const entryKinds = Object.keys(entries) as readonly StepKind[];

const entryOf = (kind: StepKind): Entry<Step> => entries[kind];

export const beginsBy = (kind: StepKind): Begins => entries[kind].begins;

/** Whether a step that is carried out has something to wait for before. */
export const waitsFirst = (step: Step): boolean => entryOf(step.kind).waitsFirst?.(step) ?? false;

/** The way on from a wait for an answer that ends without one; undefined for a kind that waits for none. */
export const withoutAnswer = (kind: StepKind): string | undefined => entryOf(kind).withoutAnswer;

/** Whether a kind of effect changes nothing in the world. */
export const leavesNothing = (kind: StepKind): boolean => entryOf(kind).leavesNothing ?? false;

type Beginning<B extends Begins> = {
  [K in StepKind]: (typeof entries)[K]['begins'] extends B ? K : never;
}[StepKind];
/** Kinds that a worker carries out. */
export type EffectKind = Beginning<'perform'>;
/** Kinds that wait for something. */
export type WaitKind = Beginning<'wait'>;
