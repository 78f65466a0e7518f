import { forgetIdempotencyKeys, type Queryable } from '@cueline/database';

const KEPT_DAYS = 7;

/** What callers' named requests were answered is kept for a week: whoever asks again later has given up long before. */
export class IdempotencyKeys {
  constructor(private readonly on: Queryable) {}

  async sweep(now: Date): Promise<void> {
    await forgetIdempotencyKeys.run(this.on, { now, days: KEPT_DAYS });
  }
}
