import type { Texts } from '../language/language.js';

export type TimeProblem =
  'time.badZone' | 'time.badMoment' | 'time.outOfRange' | 'time.neverOpen' | 'time.badHours';

/** A computation with dates that has no answer. The message says what, where and how to fix it. */
export class TimeError extends RangeError {
  override readonly name = 'TimeError';
  constructor(
    readonly code: TimeProblem,
    readonly texts: Texts,
  ) {
    super(texts.en);
  }
}

/** It is the moment itself that cannot be counted from, not the rule by which it is counted. */
export class MomentError extends TimeError {
  constructor(
    override readonly code: 'time.badMoment' | 'time.outOfRange',
    texts: Texts,
  ) {
    super(code, texts);
  }
}
