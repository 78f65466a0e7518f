import { eventTypeOf, type EventType } from '../catalogue/event-types.js';
import type { Facts } from '../catalogue/field.js';
import { evaluate } from '../conditions/evaluate.js';
import type { Definition } from '../definition/definition.js';
import { exitReason, type ExitReason } from '../outcomes/exit.js';
import type { WaitingStep } from '../outcomes/schedule.js';
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
  /** The question that is open, and what was answered to each. */
  #asked: string | undefined;
  readonly #answers = new Map<string, string>();

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

  /** Somebody answers what was asked last; an answer to nothing is none. */
  answer(answer: string): void {
    if (this.#asked !== undefined && !this.#answers.has(this.#asked)) this.#answers.set(this.#asked, answer);
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

  /** What ends a wait for an answer. @param since ISO instant: events before it do not count */
  answerTo(step: WaitingStep, visit: number, since: string, now: string): string | null {
    if (step.kind === 'wait') return null;
    if (step.kind !== 'waitForEvent') return this.#answerToQuestion(`${step.id}/${visit}`);
    const found = this.#events.some(
      ({ at, event, facts }) =>
        event === step.event && at >= since && (!step.when || evaluate(step.when, facts, now).result),
    );
    return found ? 'happened' : null;
  }

  #answerToQuestion(question: string): string | null {
    this.#asked = question;
    return this.#answers.get(question) ?? null;
  }
}
