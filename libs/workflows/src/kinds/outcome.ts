import type { EffectResult } from '../interpreter/state.js';
import type { Reason, ReasonCode } from '../reasons/reason.js';

/** What an effect comes to by the facts of a moment: the worker carries it out and writes it down, a rehearsal only says it. */
export interface Outcome {
  /** `waiting`: some of it is done at later moments. */
  readonly status: 'done' | 'skipped' | 'failed' | 'waiting';
  readonly outcome?: string;
  readonly reason: Reason;
}

/** Nothing is done. */
export interface NoEffect extends Outcome {
  readonly ok: false;
  readonly status: 'skipped' | 'failed';
}

const refusal =
  (status: NoEffect['status']) =>
  (code: ReasonCode, params: object = {}): NoEffect => ({
    ok: false,
    status,
    reason: { code, params: { ...params } },
  });

/** The run goes on after the step. */
export const skipped = refusal('skipped');
/** The run stays at the step until a person sees to it. */
export const failed = refusal('failed');

/** What the interpreter is told of it. */
export function resultOf({ status, outcome, reason }: Outcome): EffectResult {
  if (status === 'waiting') return { type: 'pending' };
  if (status === 'done') return { type: 'done', ...(outcome !== undefined && { outcome }) };
  return { type: status, reason: { code: reason.code } };
}
