import { addDuration, evaluate, factAt, type DecideStep, type Step } from '@cueline/workflows';
import type { EffectResult, JournalEntry, RunActivities, StepCall } from '@cueline/workflows/messages';
import { factsOf, text } from '../facts/facts-of.js';
import { reasonToExit } from '../facts/guard.js';
import type { RunContext, RunContextRepository } from '../facts/run-context.repository.js';
import type { SendStep } from '../send/send-step.js';
import { journalRow, type ProgressRepository, type StepRow } from './progress.repository.js';

export interface ActivityPorts {
  readonly contexts: RunContextRepository;
  readonly progress: ProgressRepository;
  readonly sendStep: SendStep;
}

/** A step carried out: what it came to, and what its row says of it. */
export interface Performed {
  readonly result: EffectResult;
  readonly reason?: object;
}

type PerformCall = StepCall & Parameters<RunActivities['perform']>[0];

export function createActivities({ contexts, progress, sendStep }: ActivityPorts): RunActivities {
  async function carryOut(step: Step, context: RunContext, call: PerformCall): Promise<Performed> {
    const stop = reasonToExit(context);
    if (stop) return { result: { type: 'exit', reason: { code: stop.code } }, reason: stop };
    switch (step.kind) {
      case 'decide':
        return decide(step, context);
      case 'sendMail':
        return sendStep.perform(step, context, call);
      default:
        throw new Error(`A ${step.kind} step has no effect.`);
    }
  }

  return {
    async perform(call) {
      const context = await contexts.load(call.studioId, call.runId, call.stepId, call.visit);
      const before = answeredBefore(context, call.last);
      if (before) return before;
      const step = await contexts.step(context, call.studioId, call.stepId);
      const performed = await carryOut(step, context, call);
      const { steps, run } = rowsOf(performed, call, context.now.toISOString());
      await progress.record(call.studioId, call.runId, [...call.journal.map(journalRow), ...steps], run);
      return performed.result.type === 'done' && call.last
        ? { ...performed.result, closed: true }
        : performed.result;
    },

    async schedule(call) {
      const context = await contexts.load(call.studioId, call.runId, call.stepId, call.visit);
      const step = await contexts.step(context, call.studioId, call.stepId);
      if (step.kind !== 'wait') throw new Error(`A ${step.kind} step waits for nothing.`);
      const zone = factAt(factsOf(context), 'brand.zone');
      const due =
        context.step_due?.toISOString() ??
        addDuration(context.now.toISOString(), step.for, text(zone) ?? 'UTC');
      const row: StepRow = {
        step_id: call.stepId,
        visit: call.visit,
        kind: step.kind,
        status: 'waiting',
        due_at: due,
      };
      const run = { status: 'waiting', currentStepId: call.stepId, nextAt: due } as const;
      await progress.record(call.studioId, call.runId, [...call.journal.map(journalRow), row], run);
      return { due };
    },

    async close({ studioId, runId, result, reason, journal }) {
      await progress.record(studioId, runId, (journal as JournalEntry[]).map(journalRow), {
        status: result,
        currentStepId: null,
        reason,
      });
    },
  };
}

function decide(step: DecideStep, context: RunContext): Performed {
  const facts = factsOf(context);
  const now = context.now.toISOString();
  const looked = [];
  for (const path of step.paths) {
    if (!path.when)
      return { result: { type: 'done', outcome: path.id }, reason: { code: 'decide.otherwise', looked } };
    const { result, trace } = evaluate(path.when, facts, now);
    looked.push({ path: path.id, trace });
    if (result)
      return { result: { type: 'done', outcome: path.id }, reason: { code: 'decide.matched', looked } };
  }
  return { result: { type: 'done' }, reason: { code: 'decide.nothing', looked } };
}

/** An activity may run twice: the second time answers as the first. */
function answeredBefore(context: RunContext, last: boolean): EffectResult | undefined {
  const { step_status: status, step_outcome: outcome, step_reason: reason } = context;
  if (status === 'done')
    return {
      type: 'done',
      ...(outcome === null ? {} : { outcome }),
      ...(last && context.run_ended ? { closed: true } : {}),
    };
  if (status === 'skipped') {
    const code = reason?.code ?? 'skipped';
    return code.startsWith('exit.')
      ? { type: 'exit', reason: { code } }
      : { type: 'skipped', reason: { code } };
  }
  return status === 'failed' ? { type: 'failed', reason: { code: reason?.code ?? 'failed' } } : undefined;
}

function rowsOf({ result, reason }: Performed, call: PerformCall, now: string) {
  const base = { step_id: call.stepId, visit: call.visit, kind: call.kind, reason };
  const current = { currentStepId: call.stepId };
  switch (result.type) {
    case 'done':
      return {
        steps: [{ ...base, status: 'done', outcome: result.outcome, ended_at: now }] satisfies StepRow[],
        run: call.last
          ? ({ status: 'completed', currentStepId: null } as const)
          : ({ status: 'running', ...current } as const),
      };
    case 'skipped':
    case 'exit':
      return {
        steps: [{ ...base, status: 'skipped', ended_at: now }] satisfies StepRow[],
        run: { status: 'running', ...current } as const,
      };
    case 'pending':
      return {
        steps: [{ ...base, status: 'waiting' }] satisfies StepRow[],
        run: { status: 'waiting', ...current } as const,
      };
    case 'failed':
      return {
        steps: [{ ...base, status: 'failed', ended_at: now }] satisfies StepRow[],
        run: { status: 'failed', ...current, reason: reason ?? result.reason } as const,
      };
  }
}
