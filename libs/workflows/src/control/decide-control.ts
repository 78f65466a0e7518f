import { findStep } from '../definition/walk.js';
import { isAhead } from '../interpreter/is-ahead.js';
import { planOf } from '../interpreter/plan.js';
import { positionOf } from '../interpreter/position.js';
import { kinds } from '../kinds/registry.js';
import type { ControlChange, ControlDecision, ControlRefusal, ControlRequest } from './control-decision.js';
import {
  latestVisit,
  pauseReasons,
  type ControlledRun,
  type ControlledStep,
  type StepVisit,
} from './controlled-run.js';

const nothing: ControlDecision = { type: 'nothing' };
const refused = (code: ControlRefusal): ControlDecision => ({ type: 'refused', code });
const requested = (change: ControlChange): ControlDecision => ({ type: 'requested', change });

const notLeft: readonly string[] = ['held', 'queued'];

/** May this be requested of the run, and what follows? */
export function decideControl(run: ControlledRun, request: ControlRequest): ControlDecision {
  const stopping = run.pauseCause === 'stop';
  if (stopping && !run.endedAt && request.action === 'stop') return nothing;
  if (run.endedAt || stopping) return refused('run.ended');
  switch (request.action) {
    case 'pause': {
      if (run.pauseCause === 'person') return nothing;
      const signal = { kind: 'pause', payload: { reason: { code: pauseReasons.person } } } as const;
      // Paused with its workflow, it stays paused from now on when the workflow goes on.
      return requested({ params: {}, pause: 'person', ...(!run.pausedAt && { signal }) });
    }
    case 'resume':
      return run.pausedAt
        ? requested({ params: {}, resume: true, signal: { kind: 'resume', payload: {} } })
        : nothing;
    case 'stop':
      return requested({
        params: {},
        pause: 'stop',
        mails: { of: 'all', to: 'suppressed', reason: pauseReasons.stop },
        signal: { kind: 'stop', payload: { reason: { code: pauseReasons.stop } } },
      });
    case 'skip':
      return skip(run, request.stepId ?? run.currentStepId);
    case 'force':
      return force(run);
    case 'reschedule':
      return reschedule(run, request.at!);
    case 'retry':
      return retry(run);
  }
}

function skip(run: ControlledRun, stepId: string | null): ControlDecision {
  if (stepId === null) return refused('run.notWaiting');
  if (!findStep(run.definition.steps, stepId)) return refused('run.noSuchStep');
  const step = latestVisit(run, stepId);
  const at = { stepId, visit: step?.visit ?? 1 };
  if (wasRequested(run, 'skip', at)) return nothing;
  if (step ? step.status === 'done' || step.status === 'skipped' : !isToCome(run, stepId))
    return refused('run.stepPassed');
  if (wasRequested(run, 'force', at)) return refused('run.stepPassed');
  const mails = mailsOf(run, at);
  if (mails.length > 0 && !mails.some(({ state }) => notLeft.includes(state)))
    return refused('run.mailUnderWay');
  const reason = 'skipped.byPerson';
  return requested({
    params: at,
    signal: { kind: 'skip', payload: { stepId, reason: { code: reason } } },
    ...(mails.length > 0 && { mails: { of: at, to: 'suppressed', reason } }),
  });
}

function force(run: ControlledRun): ControlDecision {
  const step = waiting(run);
  if (!step) return refused('run.notWaiting');
  const { stepId, visit } = step;
  const at = { stepId, visit };
  const mails = mailsOf(run, at);
  const reason = 'forced.byPerson';
  // A mail that waits for its server is tried at once, as often as somebody asks.
  if (mails.some(({ state }) => notLeft.includes(state)))
    return requested({ params: at, mails: { of: at, to: 'due', reason } });
  if (mails.length > 0) return refused('run.mailUnderWay');
  if (isAwaitingApproval(step)) return refused('run.awaitsApproval');
  // A step that is put off is tried at once, as often as somebody asks.
  if (!isPutOff(step) && wasRequested(run, 'force', at)) return nothing;
  return requested({
    params: at,
    signal: { kind: 'force', payload: { ...at, reason: { code: reason } } },
  });
}

function reschedule(run: ControlledRun, until: string): ControlDecision {
  const step = waiting(run);
  if (!step || !hasMoment(step) || isPutOff(step) || wasRequested(run, 'force', step))
    return refused('run.notWaiting');
  const { stepId, visit, overrideAt } = step;
  if (mailsOf(run, step).length > 0) return refused('run.mailUnderWay');
  if (isAwaitingApproval(step)) return refused('run.awaitsApproval');
  if (overrideAt?.getTime() === Date.parse(until)) return nothing;
  return requested({
    params: { stepId, visit, at: until },
    wait: { stepId, visit, until },
    signal: { kind: 'recheck', payload: {} },
  });
}

/** It waits for no more than its next try. */
const isPutOff = ({ cause }: ControlledStep): boolean => cause === 'put_off';

const isAwaitingApproval = ({ cause }: ControlledStep): boolean => cause === 'awaiting_approval';

/** A webhook that is being delivered waits for no moment that could be another; an email that does is under way. */
const hasMoment = ({ kind }: ControlledStep): boolean =>
  kinds[kind].resolveWait !== undefined || kinds[kind].mail !== undefined;

function retry(run: ControlledRun): ControlDecision {
  const step = run.currentStepId === null ? undefined : latestVisit(run, run.currentStepId);
  if (step?.status === 'waiting' && isPutOff(step)) return force(run);
  if (step?.status !== 'failed') return refused('run.notFailed');
  const { stepId, visit } = step;
  if (wasRequested(run, 'skip', step)) return refused('run.notFailed');
  if (wasRequested(run, 'retry', step)) return nothing;
  return requested({ params: { stepId, visit }, signal: { kind: 'retry', payload: { stepId, visit } } });
}

/** The step that the run waits at. */
function waiting(run: ControlledRun) {
  const step = run.currentStepId === null ? undefined : latestVisit(run, run.currentStepId);
  return step?.status === 'waiting' && !wasRequested(run, 'skip', step) ? step : undefined;
}

const mailsOf = ({ openSends }: ControlledRun, { stepId, visit }: StepVisit) =>
  openSends.filter((send) => send.stepId === stepId && send.visit === visit);

/** The run may not have heard of it yet, or have written nothing of it: while it is paused it writes little. */
const wasRequested = ({ controls }: ControlledRun, action: string, { stepId, visit }: StepVisit): boolean =>
  controls.some((one) => {
    const params = one.params as Partial<StepVisit>;
    return one.action === action && params.stepId === stepId && params.visit === visit;
  });

function isToCome({ definition, currentStepId }: ControlledRun, stepId: string): boolean {
  if (stepId === currentStepId) return true;
  const plan = planOf(definition);
  const here = currentStepId === null ? [] : positionOf(plan, currentStepId);
  return isAhead(plan, here ?? [], stepId);
}
