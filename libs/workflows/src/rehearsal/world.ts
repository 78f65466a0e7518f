import { eventTypeOf, type EventType } from '../catalogue/event-types.js';
import type { Facts } from '../catalogue/field.js';
import { statusEvents } from '../catalogue/status-events.js';
import { evaluate } from '../conditions/evaluate.js';
import type { Definition } from '../definition/definition.js';
import { kindOf } from '../kinds/registry.js';
import type { Step, StepKind } from '../kinds/step.js';
import { answerableKinds } from '../kinds/answerable.js';
import { exitReason, type ExitReason } from '../outcomes/exit.js';
import type { Answer } from '../kinds/waiting.js';
import type { FactsPatch } from './injected-event.js';

interface Happened {
  readonly at: string;
  readonly event: EventType;
  /** As they stood with it. */
  readonly facts: Facts;
}

/** The records around a rehearsed run, as they change. Whoever drives a run, in virtual time or real, may keep one. */
export class World {
  readonly #events: Happened[] = [];
  /** When something was last done that can be answered. */
  #lastDone = '';
  /** Which event ended each wait for one, by its place. */
  readonly #endedBy = new Map<string, number>();
  /** The question that is open, and what was answered to each. */
  #requested: string | undefined;
  readonly #answers = new Map<string, Answer>();

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

  /**
   * What the event says of its record's status is so from now on, where that record is at hand.
   * @returns whether it ends the run
   */
  happen(at: string, event: EventType, patch: FactsPatch = {}): boolean {
    const became = statusEvents[event];
    if (became && this.current[became.record]) this.change({ [became.record]: { status: became.to } });
    this.change(patch);
    this.#events.push({ at, event, facts: this.current });
    return this.#ends(event);
  }

  /** Somebody answers what was asked last; an answer to nothing is none. */
  answer(answer: Answer): void {
    if (this.#requested !== undefined && !this.#answers.has(this.#requested))
      this.#answers.set(this.#requested, answer);
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

  /** A step was carried out. @param at ISO instant */
  did(kind: StepKind, at: string): void {
    if (answerableKinds.includes(kind)) this.#lastDone = at;
  }

  /** What ends a wait for an answer; asked again, the same. */
  answerTo(step: Step, visit: number, now: string): Answer | null {
    const kind = kindOf(step);
    const wait = `${step.id}/${visit}`;
    if (kind.question?.(step)) return this.#answerToQuestion(wait);
    const awaited = kind.awaits?.(step);
    if (!awaited) return null;
    const { type, when, outcome } = awaited;
    const spent = Math.max(
      -1,
      ...[...this.#endedBy].flatMap(([other, place]) =>
        other !== wait && this.#events[place]!.event === type ? [place] : [],
      ),
    );
    const found = this.#events.findIndex(
      ({ at, event, facts }, place) =>
        place > spent &&
        event === type &&
        at >= this.#lastDone &&
        (!when || evaluate(when, facts, now).result),
    );
    if (found < 0) return null;
    this.#endedBy.set(wait, found);
    return outcome;
  }

  #answerToQuestion(question: string): Answer | null {
    this.#requested = question;
    return this.#answers.get(question) ?? null;
  }
}
