import type { AnswerDecision } from './answer-context.js';
import type { AnswerPast, AnswerWish } from './answer-past.js';

/** Where answers are remembered. */
export interface AnswerMemory {
  /**
   * Decides on one wish of a studio at a time: reads its past, asks, and stores what was decided in the transaction that also queues the answer.
   * Two mails that arrive together never see the same past.
   */
  decide(wish: AnswerWish, decide: (past: AnswerPast) => AnswerDecision): Promise<AnswerDecision>;
}
