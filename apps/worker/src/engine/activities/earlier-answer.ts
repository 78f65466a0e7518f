import type { StepRow } from '@cueline/database';
import type { ReasonCode } from '@cueline/workflows';
import type { EffectResult, StepCause } from '@cueline/workflows/messages';

/** What a step's row says of it. */
export interface StoredStep {
  readonly status: StepRow['status'] | null;
  readonly cause: StepCause | null;
  readonly outcome: string | null;
  readonly reason: { readonly code: ReasonCode } | null;
}

/** What a step answered the first time; undefined while it has not. */
export function earlierAnswer({ status, cause, outcome, reason }: StoredStep): EffectResult | undefined {
  if (status === 'done') return { type: 'done', ...(outcome === null ? {} : { outcome }) };
  if (status === 'skipped') {
    const code = reason?.code ?? 'run.ended';
    return { type: cause === 'exited' ? 'exit' : 'skipped', reason: { code } };
  }
  return status === 'failed'
    ? { type: 'failed', reason: { code: reason?.code ?? 'failure.product' } }
    : undefined;
}
