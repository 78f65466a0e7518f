import { evaluate, type Trace } from '../conditions/evaluate.js';
import { limits } from '../limits.js';
import type { Trigger } from '../trigger/trigger.js';
import type { Candidate } from './candidate.js';
import { takenOver } from './taken-over.js';

/** Why a workflow starts or does not: kept with the event, with the facts that were compared. */
export interface StartReason {
  readonly code:
    'match.started' | 'match.chainTooLong' | 'match.otherBrand' | 'match.takenOver' | 'match.condition';
  readonly params?: Readonly<Record<string, unknown>>;
  readonly trace?: Trace;
}

/** What is against it. */
export type StartObstacle = 'chainTooLong' | 'otherBrand' | 'takenOver' | 'condition';

export type Decision =
  | { readonly starts: true; readonly reason: StartReason }
  | { readonly starts: false; readonly obstacle: StartObstacle; readonly reason: StartReason };

/**
 * Whether an event starts a workflow that listens to it, or is asked for by it: but for the re-entry rule, which is kept where runs are written.
 * @param now ISO instant
 */
export function decideStart(
  trigger: Pick<Trigger, 'brands' | 'when'>,
  candidate: Candidate,
  now: string,
): Decision {
  const { event, brand, facts } = candidate;
  const { chain } = event;
  const limit = limits.chain;
  if (chain > limit) return no('chainTooLong', { params: { chain, limit } });
  if (trigger.brands && !trigger.brands.includes(String(brand.id)))
    return no('otherBrand', { params: { brand: brand.name } });
  const old = takenOver(candidate);
  if (old) return no('takenOver', { params: { ...old } });
  if (!trigger.when) return { starts: true, reason: { code: 'match.started' } };
  const { result, trace } = evaluate(trigger.when, facts, now);
  return result ? { starts: true, reason: { code: 'match.started', trace } } : no('condition', { trace });
}

const no = (obstacle: StartObstacle, more: Omit<StartReason, 'code'>): Decision => ({
  starts: false,
  obstacle,
  reason: { code: `match.${obstacle}`, ...more },
});
