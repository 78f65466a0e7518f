import { Injectable } from '@nestjs/common';
import { pluralIn, type Forms } from '@cueline/workflows/language';
import { ProblemError } from '../problems/problem-error.js';
import { AttemptsRepository, type Counted } from './attempts.repository.js';

/** Refuses what is tried too often, with the time to wait (`Retry-After`, RFC 9110 10.2.3). */
@Injectable()
export class RateLimits {
  constructor(private readonly attempts: AttemptsRepository) {}

  /** Counts before the work is done: of many at once no more pass than are free. @throws ProblemError `rate.limited` */
  async count(...all: readonly Counted[]): Promise<void> {
    const wait = await this.attempts.count(all);
    if (wait > 0) throw limited(wait);
  }

  /** These failed before, and do not any more. */
  forget(...all: readonly Counted[]): Promise<void> {
    return this.attempts.forget(all);
  }

  /** This one was no failure. */
  takeBack(...all: readonly Counted[]): Promise<void> {
    return this.attempts.takeBack(all);
  }
}

/** After "in". */
const forms = {
  en: {
    seconds: { one: '# second', other: '# seconds' },
    minutes: { one: '# minute', other: '# minutes' },
  },
  de: {
    seconds: { one: '# Sekunde', other: '# Sekunden' },
    minutes: { one: '# Minute', other: '# Minuten' },
  },
} as const;
const countOf = (seconds: number, units: Readonly<Record<'seconds' | 'minutes', Forms>>) =>
  seconds < 90 ? ([seconds, units.seconds] as const) : ([Math.ceil(seconds / 60), units.minutes] as const);

function limited(seconds: number): ProblemError {
  const wait = {
    en: pluralIn('en', ...countOf(seconds, forms.en)),
    de: pluralIn('de', ...countOf(seconds, forms.de)),
  };
  const detail = {
    en: `There were too many attempts. Try again in ${wait.en}.`,
    de: `Das waren zu viele Versuche. Versuche es in ${wait.de} noch einmal.`,
  };
  return new ProblemError('rate.limited', detail, { retryAfterSeconds: seconds });
}
