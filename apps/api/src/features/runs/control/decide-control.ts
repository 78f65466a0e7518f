import type { ErrorCode, runControls } from '@cueline/contracts';
import { findStep, isAhead, isPutOff, planOf, positionOf, type Definition } from '@cueline/workflows';
import type { SignalArguments, SignalName } from '@cueline/workflows/messages';

/** What is asked of a run. */
export interface Asked {
  readonly action: runControls.RunAction;
  /** To skip; without it the step at which the run stands. */
  readonly stepId?: string;
  /** To reschedule: ISO instant. */
  readonly at?: string;
}

/** A run as it stands, held until what is decided on it is written. */
export interface RunAsItStands {
  readonly id: string;
  readonly endedAt: Date | null;
  readonly pausedAt: Date | null;
  readonly pauseReason: string | null;
  readonly currentStepId: string | null;
  readonly definition: Definition;
  readonly steps: readonly {
    readonly stepId: string;
    readonly visit: number;
    readonly kind: string;
    readonly status: string;
    readonly overrideAt: Date | null;
    readonly reason: unknown;
  }[];
  /** Mails and webhooks that are not settled; a webhook is `queued`. */
  readonly openSends: readonly {
    readonly stepId: string | null;
    readonly visit: number | null;
    readonly state: string;
  }[];
  /** What was asked of it before. */
  readonly controls: readonly { readonly action: string; readonly params: unknown }[];
}

export interface StepVisit {
  readonly stepId: string;
  readonly visit: number;
}

export type Signal = {
  [Kind in SignalName]: { readonly kind: Kind; readonly payload: SignalArguments[Kind] };
}[SignalName];

/** What is to be written. */
export interface Change {
  readonly signal?: Signal;
  /** What the record says of it, beside the note. */
  readonly params: Partial<StepVisit> & { readonly at?: string; readonly version?: number };
  /** Nothing new begins from now on. */
  readonly hold?: string;
  readonly release?: true;
  /** The instant that this wait is to last until. */
  readonly wait?: StepVisit & { readonly until: string };
  /** Mails and webhooks that have not left: `all` of the run or those of one step. */
  readonly mails?: {
    readonly of: StepVisit | 'all';
    readonly become: 'suppressed' | 'due';
    readonly reason: string;
  };
}

export type Decision =
  | { readonly type: 'asked'; readonly change: Change }
  /** It is so already, or was asked before. */
  | { readonly type: 'nothing' }
  | { readonly type: 'refused'; readonly code: ErrorCode };

const nothing: Decision = { type: 'nothing' };
const refused = (code: ErrorCode): Decision => ({ type: 'refused', code });
const asked = (change: Change): Decision => ({ type: 'asked', change });

export const STOPPED = 'stopped.byPerson';
export const PAUSED = 'paused.byPerson';
const notLeft: readonly string[] = ['held', 'queued'];

/** Pure: may this be asked of the run, and what does it come to? */
export function decideControl(run: RunAsItStands, ask: Asked): Decision {
  const stopping = run.pauseReason === STOPPED;
  if (stopping && !run.endedAt && ask.action === 'stop') return nothing;
  if (run.endedAt || stopping) return refused('run.ended');
  switch (ask.action) {
    case 'pause': {
      if (run.pauseReason === PAUSED) return nothing;
      const signal = { kind: 'pause', payload: { reason: { code: PAUSED } } } as const;
      // Held with its workflow it is paused already; from now on it stays so when the workflow goes on.
      return asked({ params: {}, hold: PAUSED, ...(!run.pausedAt && { signal }) });
    }
    case 'resume':
      return run.pausedAt
        ? asked({ params: {}, release: true, signal: { kind: 'resume', payload: {} } })
        : nothing;
    case 'stop':
      return asked({
        params: {},
        hold: STOPPED,
        mails: { of: 'all', become: 'suppressed', reason: STOPPED },
        signal: { kind: 'stop', payload: { reason: { code: STOPPED } } },
      });
    case 'skip':
      return skip(run, ask.stepId ?? run.currentStepId);
    case 'force':
      return force(run);
    case 'reschedule':
      return reschedule(run, ask.at!);
    case 'retry':
      return retry(run);
  }
}

function skip(run: RunAsItStands, stepId: string | null): Decision {
  if (stepId === null) return refused('run.notWaiting');
  if (!findStep(run.definition.steps, stepId)) return refused('run.noSuchStep');
  const step = latest(run, stepId);
  const at = { stepId, visit: step?.visit ?? 1 };
  if (wasAsked(run, 'skip', at)) return nothing;
  if (step ? step.status === 'done' || step.status === 'skipped' : !isToCome(run, stepId))
    return refused('run.stepPassed');
  if (wasAsked(run, 'force', at)) return refused('run.stepPassed');
  const mails = mailsOf(run, at);
  if (mails.length > 0 && !mails.some(({ state }) => notLeft.includes(state)))
    return refused('run.mailUnderWay');
  const reason = 'skipped.byPerson';
  return asked({
    params: at,
    signal: { kind: 'skip', payload: { stepId, reason: { code: reason } } },
    ...(mails.length > 0 && { mails: { of: at, become: 'suppressed', reason } }),
  });
}

function force(run: RunAsItStands): Decision {
  const step = waiting(run);
  if (!step) return refused('run.notWaiting');
  const { stepId, visit } = step;
  const at = { stepId, visit };
  const mails = mailsOf(run, at);
  const reason = 'forced.byPerson';
  // A mail that waits for its server is tried at once, as often as somebody asks.
  if (mails.some(({ state }) => notLeft.includes(state)))
    return asked({ params: at, mails: { of: at, become: 'due', reason } });
  if (mails.length > 0) return refused('run.mailUnderWay');
  if (isHeldMail(step)) return refused('run.awaitsApproval');
  // A step that is put off is tried at once, as often as somebody asks.
  if (!isPutOff(step.reason) && wasAsked(run, 'force', at)) return nothing;
  return asked({
    params: at,
    signal: { kind: 'force', payload: { ...at, reason: { code: reason } } },
  });
}

function reschedule(run: RunAsItStands, until: string): Decision {
  const step = waiting(run);
  // A webhook is due when it can be delivered, and no wait.
  if (!step || step.kind === 'callWebhook' || isPutOff(step.reason) || wasAsked(run, 'force', step))
    return refused('run.notWaiting');
  const { stepId, visit, overrideAt } = step;
  if (mailsOf(run, step).length > 0) return refused('run.mailUnderWay');
  if (isHeldMail(step)) return refused('run.awaitsApproval');
  if (overrideAt?.getTime() === Date.parse(until)) return nothing;
  return asked({
    params: { stepId, visit, at: until },
    wait: { stepId, visit, until },
    signal: { kind: 'recheck', payload: {} },
  });
}

function retry(run: RunAsItStands): Decision {
  const step = run.currentStepId === null ? undefined : latest(run, run.currentStepId);
  if (step?.status === 'waiting' && isPutOff(step.reason)) return force(run);
  if (step?.status !== 'failed') return refused('run.notFailed');
  const { stepId, visit } = step;
  if (wasAsked(run, 'skip', step)) return refused('run.notFailed');
  if (wasAsked(run, 'retry', step)) return nothing;
  return asked({ params: { stepId, visit }, signal: { kind: 'retry', payload: { stepId, visit } } });
}

const latest = ({ steps }: RunAsItStands, stepId: string) =>
  steps.filter((one) => one.stepId === stepId).sort((a, b) => b.visit - a.visit)[0];

/** The step that the run waits at. */
function waiting(run: RunAsItStands) {
  const step = run.currentStepId === null ? undefined : latest(run, run.currentStepId);
  return step?.status === 'waiting' && !wasAsked(run, 'skip', step) ? step : undefined;
}

/** A mail that nobody has approved yet leaves by being approved, and in no other way. */
const isHeldMail = ({ reason }: { readonly reason: unknown }): boolean =>
  (reason as { code?: string } | null)?.code === 'mail.held';

const mailsOf = ({ openSends }: RunAsItStands, { stepId, visit }: StepVisit) =>
  openSends.filter((send) => send.stepId === stepId && send.visit === visit);

/** The run may not have heard of it yet, or have written nothing of it: while it is paused it writes little. */
const wasAsked = ({ controls }: RunAsItStands, action: string, { stepId, visit }: StepVisit): boolean =>
  controls.some((one) => {
    const params = one.params as Partial<StepVisit>;
    return one.action === action && params.stepId === stepId && params.visit === visit;
  });

function isToCome({ definition, currentStepId }: RunAsItStands, stepId: string): boolean {
  if (stepId === currentStepId) return true;
  const plan = planOf(definition);
  const here = currentStepId === null ? [] : positionOf(plan, currentStepId);
  return isAhead(plan, here ?? [], stepId);
}
