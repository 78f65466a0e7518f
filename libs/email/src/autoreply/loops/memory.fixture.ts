import type { AnswerDecision, AnswerMemory, AnswerPast, AnswerWish } from '../index.js';

const HOUR = 3_600_000;

interface Studio {
  readonly persons: Map<string, Date>;
  readonly threads: Map<string, Date>;
  readonly wishes: number[];
  stoppedSince: Date | null;
  /** How often its owner was told that answers stop. */
  notified: number;
}

/** Answers as a database would keep them. */
export class RememberedAnswers implements AnswerMemory {
  readonly studios = new Map<string, Studio>();

  of(studioId: string): Studio {
    const known = this.studios.get(studioId);
    if (known) return known;
    const studio: Studio = {
      persons: new Map(),
      threads: new Map(),
      wishes: [],
      stoppedSince: null,
      notified: 0,
    };
    this.studios.set(studioId, studio);
    return studio;
  }

  decideNow(wish: AnswerWish, decide: (past: AnswerPast) => AnswerDecision): AnswerDecision {
    const studio = this.of(wish.studioId);
    const person = `${wish.personKey} ${wish.answerKey}`;
    while (studio.wishes[0] !== undefined && studio.wishes[0] <= wish.at.getTime() - HOUR)
      studio.wishes.shift();
    const decision = decide({
      toPerson: studio.persons.get(person) ?? null,
      inThread: studio.threads.get(wish.threadId) ?? null,
      lastHour: studio.wishes.length,
      stoppedSince: studio.stoppedSince,
    });
    if (decision.answer) {
      studio.persons.set(person, wish.at);
      studio.threads.set(wish.threadId, wish.at);
      if (decision.closesBreaker) studio.stoppedSince = null;
    } else if (decision.opensBreaker) {
      studio.stoppedSince = wish.at;
      studio.notified += 1;
    }
    if (decision.answer || decision.isCounted) studio.wishes.push(wish.at.getTime());
    return decision;
  }

  decide(wish: AnswerWish, decide: (past: AnswerPast) => AnswerDecision): Promise<AnswerDecision> {
    return Promise.resolve(this.decideNow(wish, decide));
  }
}
