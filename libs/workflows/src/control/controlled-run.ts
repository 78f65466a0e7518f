import type { Definition } from '../definition/definition.js';
import type { StepKind } from '../kinds/step.js';

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
  /** It waits for no more than its next try. */
  readonly isPutOff: boolean;
  /** Its email waits for somebody to approve it. */
  readonly awaitsApproval: boolean;
}

/** A run as it is, locked until what is decided on it is written. */
export interface ControlledRun {
  readonly id: string;
  readonly endedAt: Date | null;
  readonly pausedAt: Date | null;
  readonly pauseReason: string | null;
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

/** Why a run is paused: it is to stop, or a person paused it. Paused with its workflow it has another reason. */
export const STOPPED = 'stopped.byPerson';
export const PAUSED = 'paused.byPerson';

/** The latest visit of a step. */
export const latestVisit = ({ steps }: ControlledRun, stepId: string): ControlledStep | undefined =>
  steps.filter((one) => one.stepId === stepId).sort((a, b) => b.visit - a.visit)[0];
