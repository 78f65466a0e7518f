import type { Definition } from '../definition/definition.js';
import type { StepCause } from '../interpreter/state.js';
import type { StepKind } from '../kinds/step.js';
import type { ReasonCode } from '../reasons/reason.js';

export interface StepVisit {
  readonly stepId: string;
  readonly visit: number;
}

/** A step that a run has come to. */
export interface ControlledStep extends StepVisit {
  readonly kind: StepKind;
  readonly status: string;
  /** The instant that a person set for its wait. */
  readonly overrideAt: Date | null;
  readonly cause: StepCause | null;
}

/** A run as it is, locked until what is decided on it is written. */
export interface ControlledRun {
  readonly id: string;
  readonly endedAt: Date | null;
  readonly pausedAt: Date | null;
  readonly pauseCause: PauseCause | null;
  readonly currentStepId: string | null;
  readonly definition: Definition;
  readonly steps: readonly ControlledStep[];
  /** Emails and webhooks that are not settled; a webhook is `queued`. */
  readonly openSends: readonly {
    readonly stepId: string | null;
    readonly visit: number | null;
    readonly state: string;
  }[];
  /** What was requested of it before. */
  readonly controls: readonly { readonly action: string; readonly params: unknown }[];
}

/** Why a run is paused: by a person, with its workflow, or since it is to stop. */
export type PauseCause = 'person' | 'workflow' | 'stop';

/** How each is explained. */
export const pauseReasons = {
  person: 'paused.byPerson',
  workflow: 'paused.workflow',
  stop: 'stopped.byPerson',
} as const satisfies Readonly<Record<PauseCause, ReasonCode>>;

/** The latest visit of a step. */
export const latestVisit = ({ steps }: ControlledRun, stepId: string): ControlledStep | undefined =>
  steps.filter((one) => one.stepId === stepId).sort((a, b) => b.visit - a.visit)[0];
