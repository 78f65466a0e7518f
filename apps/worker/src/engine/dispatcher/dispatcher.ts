import type { Pool } from 'pg';
import { isAway } from '../../platform/failures/failure.js';
import { log } from '../../platform/log.js';
import { dispatchBatch } from './dispatch-batch.js';
import type { RunStarter } from './run-starter.js';
import { WorkflowCache } from './workflow-cache.js';

const LANES = 4;
/** Of one studio: a lane is always left for another one, unless two have all of them. */
const LANES_EACH = 2;
const BATCH = 50;
/** A studio whose batch fails as a whole, and not by one of its events, rests for a while. */
const REST_MS = 2_000;

/**
 * Empties the outbox: each lane claims a batch of one studio, commits its decisions and hands its runs to be started, until nothing is left. Several
 * lanes, and several workers, share the table; the studios take turns.
 */
export class Dispatcher {
  readonly #cache = new WorkflowCache();
  readonly #lanes: Lane[] = Array.from({ length: LANES }, () => ({ again: false }));
  /** Until when a studio is left alone, in ms. */
  readonly #resting = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();
  #stopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly starter: RunStarter,
  ) {
    starter.onRoom(() => this.wake());
  }

  /** There may be events: starts an idle lane. Returns at once. */
  wake(): void {
    if (this.#stopped) return;
    // A lane at work claims once more when it is through: what came may have to wait for an event that it has in hand.
    for (const lane of this.#lanes) lane.again = true;
    const idle = this.#lanes.find(({ work }) => work === undefined);
    if (!idle) return;
    idle.work = this.#run(idle).finally(() => {
      idle.work = undefined;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#lanes.map(({ work }) => work ?? Promise.resolve()));
    await Promise.all(this.#underWay);
  }

  async #run(lane: Lane): Promise<void> {
    /** Studios of which nothing could be claimed: what they have is in other hands, or set aside. */
    let empty = new Set<string>();
    for (let more = true; (more || lane.again) && !this.#stopped;) {
      if (lane.again) empty = new Set();
      lane.again = false;
      try {
        const but = [...empty, ...this.#taken(), ...this.starter.crowded()];
        const onTurn = (studioId: string) => (lane.studioId = studioId);
        const done = await dispatchBatch(this.pool, this.#cache, BATCH, { but, onTurn });
        more = done.more;
        if (done.claimed === 0 && done.studioId !== undefined) empty.add(done.studioId);
        // Neither is waited for: the next events are other studios'.
        if (done.started.length > 0) this.#beside(this.starter.start(done.started));
        if (done.signalled) this.#beside(this.starter.deliverSignals());
      } catch (error) {
        if (!this.#goesOnAfter(error, lane.studioId)) return;
        more = true;
      } finally {
        lane.studioId = undefined;
      }
    }
  }

  #goesOnAfter(error: unknown, studioId: string | undefined): boolean {
    const away = studioId === undefined || isAway(error);
    const whose = away ? 'Events' : `Events of the studio ${studioId}`;
    log.warnSeldom(
      `dispatch ${whose}`,
      `${whose} could not be dispatched; the next sweep tries again`,
      error,
    );
    if (!away) this.#resting.set(studioId, Date.now() + REST_MS);
    return !away;
  }

  /** Studios that have their share of lanes, or rest. */
  #taken(): string[] {
    const now = Date.now();
    for (const [studioId, until] of this.#resting) if (until < now) this.#resting.delete(studioId);
    const inHand = this.#lanes.flatMap(({ studioId }) => studioId ?? []);
    const full = inHand.filter((one) => inHand.filter((other) => other === one).length >= LANES_EACH);
    return [...this.#resting.keys(), ...full];
  }

  #beside(work: Promise<void>): void {
    const underWay = work
      .catch((error: unknown) =>
        log.warnSeldom('signals', 'Runs could not be signalled; the next sweep tries again', error),
      )
      .finally(() => this.#underWay.delete(underWay));
    this.#underWay.add(underWay);
  }
}

interface Lane {
  work?: Promise<void> | undefined;
  /** Events may have come since it last claimed. */
  again: boolean;
  /** Whose events it has in hand. */
  studioId?: string | undefined;
}
