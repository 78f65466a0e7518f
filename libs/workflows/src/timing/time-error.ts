export type TimeProblem =
  'time.badZone' | 'time.badMoment' | 'time.outOfRange' | 'time.neverOpen' | 'time.badHours';

/** A computation with dates that has no answer. The message says what, where and how to mend it. */
export class TimeError extends RangeError {
  override readonly name = 'TimeError';
  constructor(
    readonly code: TimeProblem,
    message: string,
  ) {
    super(message);
  }
}
