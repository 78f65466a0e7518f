import type { StepRow } from '@cueline/database';
import type { ReasonCode } from '@cueline/workflows';
import type { EffectResult } from '@cueline/workflows/messages';

/** What a step's row says of it. */
export interface StoredStep {
  readonly status: StepRow['status'] | null;
  readonly outcome: string | null;
  readonly reason: { readonly code: ReasonCode } | null;
}

/** What a step answered the first time; undefined while it has not. */
export function earlierAnswer({ status, outcome, reason }: StoredStep): EffectResult | undefined {
  if (status === 'done') return { type: 'done', ...(outcome === null ? {} : { outcome }) };
  if (status === 'skipped') {
    const code = reason?.code ?? 'run.ended';
    return code.startsWith('exit.')
      ? { type: 'exit', reason: { code } }
      : { type: 'skipped', reason: { code } };
  }
  return status === 'failed'
    ? { type: 'failed', reason: { code: reason?.code ?? 'failure.product' } }
    : undefined;
}
