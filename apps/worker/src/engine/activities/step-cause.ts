import type { IfPast } from '@cueline/workflows';
import type { EffectResult, ResolvedWait, StepCause } from '@cueline/workflows/messages';

const pastOf: Partial<Readonly<Record<StepCause, IfPast>>> = {
  past_go_on: 'go-on',
  past_skip_next: 'skip-next',
  past_end: 'end',
};

/** What a step's row says of an answer, so that the same can be answered again. */
export function causeOf({ type }: EffectResult | ResolvedWait): { readonly cause?: StepCause } {
  if (type === 'exit') return { cause: 'exited' };
  return type === 'later' ? { cause: 'put_off' } : {};
}

/** What a step that was skipped for a cause said the run is to do; undefined where it only went on. */
export const pastBy = (cause: StepCause | null): IfPast | undefined =>
  cause === null ? undefined : pastOf[cause];
