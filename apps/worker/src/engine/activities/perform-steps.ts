import { journalRow } from './journal-row.js';
import type { Progress, RunRow, StepRow } from '@cueline/database';
import { effectAfter, leavesNothing, type EffectKind, type StepOf } from '@cueline/workflows';
import type { EffectResult, Performed, RunActivities } from '@cueline/workflows/messages';
import type { Met, StepFailures } from '../put-off/step-failures.js';
import { reasonToExit } from '../record-context/guard.js';
import {
  forFreshStep,
  type RunContext,
  type RunContextRepository,
} from '../record-context/run-context.repository.js';
import { earlierAnswer } from './earlier-answer.js';
import type { Effect, EffectCall, Effects } from './effect.js';
import { causeOf } from './step-cause.js';

type PerformCall = Parameters<RunActivities['perform']>[0];
/** The step that is being carried out. */
type At = Pick<PerformCall, 'stepId' | 'visit' | 'kind' | 'last'>;

/** Carries out the step of a call and those that its decisions lead to, and writes them all down together. */
export class PerformSteps {
  constructor(
    private readonly contexts: RunContextRepository,
    private readonly failures: StepFailures,
    private readonly effects: Effects,
  ) {}

  /** Whatever goes wrong is an answer as well: the step has failed, or is to be carried out later. */
  async perform(call: PerformCall): Promise<readonly Performed[]> {
    const { studioId, runId, stepId, visit, tried } = call;
    try {
      return await this.#steps(call);
    } catch (error) {
      const met = { runId, work: `step ${stepId}`, tried };
      const effect = this.failures.effectOf(error, met);
      const rows = call.journal.map(journalRow);
      const progress = concluded(runId, rows, effect, call, new Date().toISOString());
      const later = await this.failures.record(studioId, progress, met);
      return [{ stepId, visit, result: later ?? effect.result }];
    }
  }

  async #steps(call: PerformCall): Promise<readonly Performed[]> {
    const { studioId, runId } = call;
    const performed: Performed[] = [];
    const rows = call.journal.map(journalRow);
    let unwritten: Progress | undefined;
    let context: RunContext = await this.contexts.load(studioId, runId, call.stepId, call.visit);
    const { plan } = await this.contexts.version(studioId, context.versionId);
    let at: At | undefined = call;
    while (at) {
      const { stepId, visit, last }: At = at;
      const before = answeredBefore(context, last);
      let result: EffectResult | undefined = before;
      if (!result) {
        const now = context.now.toISOString();
        const conclusion = (effect: Effect) => concluded(runId, rows, effect, at!, now);
        const met: Met = { runId, work: `step ${stepId}`, tried: at === call ? call.tried : undefined };
        const effect: Effect = await this.#carryOut(context, at, {
          studioId,
          visit,
          before: rows,
          conclusion,
        }).catch((error: unknown) => this.failures.effectOf(error, met));
        const progress = conclusion(effect);
        unwritten = effect.recorded ? undefined : progress;
        rows.splice(0, rows.length, ...progress.steps);
        result = effect.result.type === 'done' && last ? { ...effect.result, closed: true } : effect.result;
      }
      performed.push({ stepId, visit, result });
      // A decision leaves nothing behind: the step that it leads to is carried out with the same facts.
      const next: At | undefined =
        leavesNothing(at.kind) && !call.alone
          ? effectAfter(plan, at, result, context.now.toISOString())
          : undefined;
      if (next && before) context = await this.contexts.load(studioId, runId, next.stepId, next.visit);
      else context = forFreshStep(context);
      at = next;
    }
    if (!unwritten) return performed;
    const { stepId, visit, tried } = call;
    const later = await this.failures.record(studioId, unwritten, { runId, work: `step ${stepId}`, tried });
    // Carried out again, each step that has had its effect answers as the first time.
    return later ? [{ stepId, visit, result: later }] : performed;
  }

  async #carryOut(context: RunContext, { stepId, kind }: At, call: EffectCall): Promise<Effect> {
    const stop = reasonToExit(context);
    if (stop) return { result: { type: 'exit', reason: { code: stop.code } }, reason: stop };
    const step = await this.contexts.step(context, call.studioId, stepId);
    // The table's handler of a kind takes the step of that kind.
    const handler = this.effects[kind as EffectKind] as Effects[EffectKind] | undefined;
    if (!handler) throw new Error(`A ${kind} step has no effect.`);
    return handler(step as StepOf<EffectKind> as never, context, call);
  }
}

/** An activity may run twice: the second time answers as the first. */
function answeredBefore(context: RunContext, last: boolean): EffectResult | undefined {
  const { stepStatus: status, stepCause: cause, stepOutcome: outcome, stepReason: reason } = context;
  const answer = earlierAnswer({ status, cause, outcome, reason });
  return answer?.type === 'done' && last && context.runEnded ? { ...answer, closed: true } : answer;
}

function concluded(
  runId: string,
  before: readonly StepRow[],
  { result, reason }: Effect,
  at: At,
  now: string,
): Progress {
  const step = { stepId: at.stepId, visit: at.visit, kind: at.kind, ...causeOf(result), reason };
  const current = { currentStepId: at.stepId };
  const progress = (row: StepRow, run: RunRow): Progress => ({ runId, steps: [...before, row], run });
  switch (result.type) {
    case 'done':
      return progress(
        { ...step, status: 'done', outcome: result.outcome, endedAt: now },
        at.last ? { status: 'completed', currentStepId: null } : { status: 'running', ...current },
      );
    case 'skipped':
    case 'exit':
      return progress({ ...step, status: 'skipped', endedAt: now }, { status: 'running', ...current });
    case 'pending':
      return progress({ ...step, status: 'waiting' }, { status: 'waiting', ...current });
    case 'later':
      return progress(
        { ...step, status: 'waiting', dueAt: result.at },
        { status: 'waiting', ...current, nextAt: result.at, reason: reason ?? result.reason },
      );
    case 'failed':
      return progress(
        { ...step, status: 'failed', endedAt: now },
        { status: 'failed', ...current, reason: reason ?? result.reason },
      );
  }
}
