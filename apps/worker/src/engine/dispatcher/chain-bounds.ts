import type { NewMatch, NewRun, Queryable } from '@cueline/database';
import { limits, type Reason } from '@cueline/workflows';
import { countChainedRuns, lockChains } from './chain-bounds.sql.js';
import type { ClaimedEvent } from './claim-events.sql.js';

/** A run that an event is to start, with the yes that says so. */
export interface Planned {
  readonly event: ClaimedEvent;
  readonly run: NewRun;
  readonly match: NewMatch;
}

/**
 * One event may lead to so many runs and no more, however they start each other. The runs that a person's or a program's own event starts are not
 * counted: their number is that of the workflows.
 */
export class ChainBounds {
  private constructor(private readonly left: Map<string, number>) {}

  /** Locks the counts of these events' chains until the transaction ends. */
  static async lock(on: Queryable, studioId: string, planned: readonly Planned[]): Promise<ChainBounds> {
    const roots = [...new Set(planned.filter(isChained).map(({ event }) => event.root))];
    if (roots.length === 0) return new ChainBounds(new Map());
    const rows = await lockChains.rows(on, { studioId, roots });
    return new ChainBounds(new Map(rows.map(({ root, runs }) => [root, limits.chainRuns - runs])));
  }

  /** Takes a place in the event's chain. @returns false when there is none */
  admits(planned: Planned): boolean {
    if (!isChained(planned)) return true;
    const { root } = planned.event;
    const left = this.left.get(root)!;
    this.left.set(root, left - 1);
    return left > 0;
  }

  /** Counts the runs that were written. */
  async count(
    on: Queryable,
    studioId: string,
    planned: readonly Planned[],
    written: ReadonlySet<string>,
  ): Promise<void> {
    const counts = new Map<string, number>();
    for (const { event, run } of planned.filter(isChained))
      if (written.has(run.id)) counts.set(event.root, (counts.get(event.root) ?? 0) + 1);
    if (counts.size === 0) return;
    await countChainedRuns.run(on, { studioId, roots: [...counts.keys()], runs: [...counts.values()] });
  }
}

const isChained = ({ event }: Planned): boolean => event.chain > 0;

/** Why a run is not started although its workflow would. */
export const TOO_BROAD: Reason = { code: 'match.chainTooBroad', params: { limit: limits.chainRuns } };
