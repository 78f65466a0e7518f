import { eventTypeOf, type EventType } from '../catalogue/event-types.js';
import type { Facts } from '../catalogue/field.js';
import { evaluate } from '../conditions/evaluate.js';
import type { Definition } from '../definition/definition.js';
import type { StepOf } from '../definition/step.js';
import { exitReason, type ExitReason } from '../outcomes/exit.js';
import type { FactsPatch } from './happening.js';

interface Happened {
  readonly at: string;
  readonly event: EventType;
  /** As they stood with it. */
  readonly facts: Facts;
}

/** The records around a rehearsed run, as they change. Whoever drives a run, in virtual time or real, may keep one. */
export class World {
  readonly #events: Happened[] = [];
  #answer: { readonly at: string; readonly answer: string } | undefined;

  constructor(
    private readonly definition: Pick<Definition, 'exitOn'>,
    private readonly trigger: EventType,
    private current: Facts,
  ) {}

  get facts(): Facts {
    return this.current;
  }

  change(patch: FactsPatch): void {
    const names = new Set([...Object.keys(this.current), ...Object.keys(patch)]);
    this.current = Object.fromEntries(
      [...names].map((name) => [name, { ...this.current[name], ...patch[name] }]),
    );
  }

  /** @returns whether it ends the run */
  happen(at: string, event: EventType, patch: FactsPatch = {}): boolean {
    this.change(patch);
    this.#events.push({ at, event, facts: this.current });
    return this.#ends(event);
  }

  answer(at: string, answer: string): void {
    this.#answer = { at, answer };
  }

  #ends(event: EventType): boolean {
    const isSubject = eventTypeOf(this.trigger)?.subject === 'booking' && event === 'booking.cancelled';
    return isSubject || this.definition.exitOn.some((rule) => rule.event === event);
  }

  exitReason(): ExitReason | undefined {
    const ending = this.#events.find(({ event }) => this.#endsByRule(event));
    return exitReason({
      subjectType: eventTypeOf(this.trigger)?.subject ?? '',
      eventType: this.trigger,
      exitEvent: ending?.event ?? null,
      facts: this.current,
    });
  }

  #endsByRule(event: EventType): boolean {
    return this.definition.exitOn.some((rule) => rule.event === event);
  }

  /** What ends a wait for an answer. @param since ISO instant: what came before does not count */
  answerTo(step: StepOf<'waitForEvent' | 'approve'>, since: string, now: string): string | null {
    if (step.kind === 'approve') return this.#answer && this.#answer.at >= since ? this.#answer.answer : null;
    const found = this.#events.some(
      ({ at, event, facts }) =>
        event === step.event && at >= since && (!step.when || evaluate(step.when, facts, now).result),
    );
    return found ? 'happened' : null;
  }
}
