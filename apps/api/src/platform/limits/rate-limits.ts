import { Injectable } from '@nestjs/common';
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

function limited(seconds: number): ProblemError {
  const wait =
    seconds < 90
      ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
      : `${Math.ceil(seconds / 60)} minutes`;
  return new ProblemError('rate.limited', `There were too many attempts. Try again in ${wait}.`, {
    retryAfterSeconds: seconds,
  });
}
