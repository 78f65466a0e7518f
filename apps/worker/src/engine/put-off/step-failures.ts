import type { Progress, RunProgress, StepRow } from '@cueline/database';
import type { Reason } from '@cueline/workflows';
import type { Tried } from '@cueline/workflows/messages';
import type { Effect } from '../activities/effect.js';
import { log } from '../../platform/log.js';
import { failureOf, temporary, type Failure } from '../../platform/failures/failure.js';
import type { PutOffRuns } from './put-off-runs.js';
import { nextOf } from './put-off.js';

/** The work of a run that met an error. */
export interface Met {
  readonly runId: string;
  /** What was being done, for the log: "step welcome". */
  readonly work: string;
  readonly tried?: Tried | undefined;
}

export type Later = Extract<Effect['result'], { readonly type: 'later' }>;

/** Says what an error means for a run, and writes what its work came to in a way that cannot fail by the same cause. */
export class StepFailures {
  constructor(
    private readonly progress: Pick<RunProgress, 'record' | 'recordRun'>,
    private readonly putOff: Pick<PutOffRuns, 'note'>,
  ) {}

  /** What a step comes to by an error: it has failed, or is tried again later. */
  effectOf(error: unknown, met: Met): Effect {
    const next = this.#nextOf(failureOf(error), error, met);
    const { reason } = next;
    const { code } = reason;
    if (next.type === 'failed') return { result: { type: 'failed', reason: { code } }, reason };
    return { result: { type: 'later', at: next.at, reason: { code } }, reason };
  }

  /** The studio's places are taken: it comes again in a moment, and nobody needs to read of it. */
  crowded({ tried }: Pick<Met, 'tried'>): Later {
    const next = nextOf(temporary('crowded'), tried, Date.now(), Math.random());
    if (next.type !== 'later') throw new Error('What waits for its turn is never given up.');
    return { type: 'later', at: next.at, reason: { code: next.reason.code } };
  }

  /**
   * Writes what a run has come to. Where the database refuses that for good it is written with bare reasons, then of the run alone: a poisoned fact must
   * not keep a run from being seen.
   * @returns when to do it again; undefined when it is written, or never will be
   */
  async record(studioId: string, progress: Progress, met: Met): Promise<Later | undefined> {
    return this.written(met, [
      () => this.progress.record(studioId, progress),
      () => this.progress.record(studioId, bare(progress)),
      () => this.progress.recordRun(studioId, bare(progress)),
    ]);
  }

  /** Writes in the first way that the database does not refuse for good. @returns as `record` */
  async written(met: Met, ways: readonly (() => Promise<unknown>)[]): Promise<Later | undefined> {
    for (const write of ways) {
      try {
        await write();
        return undefined;
      } catch (error) {
        const failure = failureOf(error);
        if (failure.type === 'permanent') {
          log.warn(`Run ${met.runId}, ${met.work}: what it came to could not be written`, error);
          continue;
        }
        const next = this.#nextOf(failure, error, met);
        if (next.type === 'later') return { type: 'later', at: next.at, reason: { code: next.reason.code } };
        return undefined;
      }
    }
    return undefined;
  }

  #nextOf(failure: Failure, error: unknown, { runId, work, tried }: Met) {
    const next = nextOf(failure, tried, Date.now(), Math.random());
    if (next.type === 'failed') log.warn(`Run ${runId}, ${work}, has failed (${next.reason.code})`, error);
    else {
      if (failure.type === 'temporary' && failure.away) this.putOff.note(runId);
      log.warnSeldom(next.reason.code, `Run ${runId}, ${work}, is put off (${next.reason.code})`, error);
    }
    return next;
  }
}

export const bareStep = ({ reason, ...step }: StepRow): StepRow => ({
  ...step,
  ...(reason && { reason: bareReason(reason) }),
});

const bareReason = ({ code }: Reason): Reason => ({ code });

/** The same with nothing in it that comes from a record. */
const bare = ({ runId, steps, run }: Progress): Progress => ({
  runId,
  steps: steps.map(bareStep),
  run: { ...run, ...(run.reason && { reason: bareReason(run.reason) }) },
});
