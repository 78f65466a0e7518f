import type { StepKind } from '../definition/step.js';
import type { EffectResult, JournalEntry, Reason, RunResult } from '../interpreter/state.js';

/** The step of a run that an activity works for, and the steps that ended since the last call. */
export interface StepCall {
  readonly studioId: string;
  readonly runId: string;
  readonly stepId: string;
  readonly visit: number;
  readonly journal: readonly JournalEntry[];
}

/** What one step came to. */
export interface Performed {
  readonly stepId: string;
  readonly visit: number;
  readonly result: EffectResult;
}

/**
 * The effects of a run. Each may run twice for the same (run, step, visit) and then answers as the first time: a signal that meets the last
 * workflow task has all of that task done again, perhaps with another end. The end that was recorded first stays.
 */
export interface RunActivities {
  /**
   * Carries out a step, and after a decision the step that it leads to, with the same facts. With `last`, a step that is done also records the end
   * of the run and answers `closed`.
   * @returns the step asked for, then those it went on with, in their order; never none
   */
  perform(
    call: StepCall & { readonly kind: StepKind; readonly last: boolean },
  ): Promise<readonly Performed[]>;
  /** Computes and stores when a wait ends. @returns ISO instant */
  schedule(call: StepCall): Promise<{ readonly due: string }>;
  close(call: {
    readonly studioId: string;
    readonly runId: string;
    readonly result: RunResult;
    readonly reason?: Reason;
    readonly journal: readonly JournalEntry[];
  }): Promise<void>;
}
