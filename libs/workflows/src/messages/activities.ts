import type { BareReason } from '../reasons/reason.js';
import type { StepKind } from '../kinds/step.js';
import type {
  EffectResult,
  JournalEntry,
  Later,
  RunResult,
  ResolvedWait,
  OpenRunStatus,
  Tried,
} from '../interpreter/state.js';

/** Null, or undefined, when it is on record. */
export type Written = Later | null | undefined;

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
  /** Earlier tries of this very call that were put off. */
  readonly tried?: Tried;
}

/** A call that writes no step of its own, with what the run comes to. */
export interface RunStatusCall extends RunCall {
  readonly status: OpenRunStatus;
  readonly reason?: BareReason;
  readonly at?: { readonly stepId: string; readonly due?: string };
  readonly tried?: Tried;
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
 *
 * None throws for what it can say: work that cannot be done is answered as `failed`, and what may be done later as `later`. A run that is told
 * `later` sleeps until then, and holds no place of a worker meanwhile.
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
  resolveWait(call: StepCall & { readonly kind?: StepKind }): Promise<ResolvedWait>;
  /** Writes the status of a run between steps. */
  recordStatus(call: RunStatusCall): Promise<Written>;
  /** The run goes on by another version from here. */
  migrate(call: RunCall & { readonly versionId: string; readonly tried?: Tried }): Promise<Written>;
  close(
    call: RunCall & { readonly result: RunResult; readonly reason?: BareReason; readonly tried?: Tried },
  ): Promise<Written>;
}
