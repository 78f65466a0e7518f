import type { StepKind } from '../definition/step.js';
import type {
  EffectResult,
  JournalEntry,
  Reason,
  RunResult,
  Scheduled,
  Standing,
} from '../interpreter/state.js';

interface RunCall {
  readonly studioId: string;
  readonly runId: string;
  /** Steps that ended since the last call. */
  readonly journal: readonly JournalEntry[];
}

/** The step of a run that an activity works for. */
export interface StepCall extends RunCall {
  readonly stepId: string;
  readonly visit: number;
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
   * of the run and answers `closed`. With `alone` it goes on with nothing.
   * @returns the step asked for, then those it went on with, in their order; never none
   */
  perform(
    call: StepCall & { readonly kind: StepKind; readonly last: boolean; readonly alone?: boolean },
  ): Promise<readonly Performed[]>;
  /** Says what a step waits for, by the facts and the date of this moment, and writes it down. Asked again whenever that may have changed. */
  schedule(call: StepCall): Promise<Scheduled>;
  /** Writes how the run stands between steps. */
  stand(call: RunCall & { readonly status: Standing; readonly reason?: Reason }): Promise<void>;
  /** The run goes on by another version from here. */
  adopt(call: RunCall & { readonly versionId: string }): Promise<void>;
  close(call: RunCall & { readonly result: RunResult; readonly reason?: Reason }): Promise<void>;
}
