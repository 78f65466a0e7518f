import type { Queryable } from '../client/statement.js';
import {
  eventKeyOf,
  recordEvents,
  UnknownSubjectsError,
  type NewEvent,
  type RecordedEvent,
} from './outbox.js';

/** Events that go together. */
const MOST_TOGETHER = 200;

interface Delivery {
  readonly events: readonly NewEvent[];
  readonly resolve: (recorded: RecordedEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Records what many callers bring at the same moment in a few statements: what comes while a studio's statement is under way goes together with the
 * next. Each delivery is still all or nothing, and answered as if it had come alone.
 */
export class EventIntake {
  /** What waits, by studio; one that is here has a statement under way. */
  readonly #waiting = new Map<string, Delivery[]>();

  constructor(private readonly on: Queryable) {}

  /** @returns one entry per event given, in its order @throws UnknownSubjectsError */
  record(studioId: string, events: readonly NewEvent[]): Promise<RecordedEvent[]> {
    return new Promise((resolve, reject) => {
      const delivery = { events, resolve, reject };
      const waiting = this.#waiting.get(studioId);
      if (waiting) waiting.push(delivery);
      else void this.#writeAll(studioId, [delivery]);
    });
  }

  async #writeAll(studioId: string, waiting: Delivery[]): Promise<void> {
    this.#waiting.set(studioId, waiting);
    while (waiting.length > 0) await this.#write(studioId, takeTogether(waiting));
    this.#waiting.delete(studioId);
  }

  async #write(studioId: string, together: readonly Delivery[]): Promise<void> {
    try {
      const recorded = await recordEvents(
        this.on,
        studioId,
        together.flatMap(({ events }) => events),
      );
      let from = 0;
      for (const { events, resolve } of together) resolve(recorded.slice(from, (from += events.length)));
    } catch (error) {
      if (together.length > 1 && isOfOne(error))
        for (const one of together) await this.#write(studioId, [one]);
      else for (const { reject } of together) reject(error);
    }
  }
}

/** SQLSTATE classes of what lies in the values given: data, constraints, a limit of size, a deadlock with who brings the same (PostgreSQL manual, appendix A). */
const ofValues = /^(22|23|40|54)/;

/** Whether the others of a statement may do better without one of them: a server that is away is away for all. */
const isOfOne = (error: unknown): boolean =>
  error instanceof UnknownSubjectsError ||
  (error instanceof Error && 'code' in error && ofValues.test(String(error.code)));

/** The next deliveries that can go together. One that brings a known key again goes later: it is answered as the repeat that it is. */
function takeTogether(waiting: Delivery[]): Delivery[] {
  const keys = new Set<string>();
  const together: Delivery[] = [];
  while (waiting.length > 0) {
    const own = waiting[0]!.events.map(eventKeyOf);
    const fits = keys.size + own.length <= MOST_TOGETHER && !own.some((key) => keys.has(key));
    if (together.length > 0 && !fits) break;
    for (const key of own) keys.add(key);
    together.push(waiting.shift()!);
  }
  return together;
}
