import { addDuration, type WaitDuration } from '../timing/duration.js';
import { isInstant } from '../timing/instant.js';
import { instantAt, localAt } from '../timing/wall-clock.js';

interface When {
  readonly at?: string | undefined;
  readonly after?: WaitDuration | undefined;
}

/** Moments as a test file writes them: instants, times on the brand's clock, or so long after the start. */
export interface Clock {
  /** ISO instant in UTC; undefined where nothing is said. @throws TimeError for one that cannot be */
  readonly instant: (when: When) => string | undefined;
  /** "2027-06-09 09:00" on the brand's clock, as a test file takes it. */
  readonly describe: (instant: string) => string;
}

/** @param start ISO instant @param zone the brand's */
export const clockOf = (start: string, zone: string): Clock => ({
  instant: ({ at, after }) =>
    at !== undefined ? instantOf(at, zone) : after && addDuration(start, after, zone),
  describe: (instant) => localAt(instant, zone).replace('T', ' '),
});

export const instantOf = (written: string, zone: string): string =>
  isInstant(written) ? new Date(written).toISOString() : instantAt(written.replace(' ', 'T'), zone)!;
