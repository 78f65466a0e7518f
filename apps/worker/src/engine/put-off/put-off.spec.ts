import { describe, expect, it } from '@jest/globals';
import type { LaterCause } from '@cueline/workflows';
import { temporary } from '../../platform/failures/failure.js';
import { GIVE_UP_AFTER_MS, nextOf, type Next } from './put-off.js';

const NOW = Date.parse('2027-01-01T00:00:00Z');
const ago = (ms: number) => new Date(NOW - ms).toISOString();
const pauseOf = (next: Next) => (next.type === 'later' ? Date.parse(next.at) - NOW : undefined);
const causes: readonly LaterCause[] = ['database', 'busy', 'crowded', 'noAnswer'];

describe('work that could not be done for now', () => {
  it.each([
    ['database', 60_000],
    ['busy', 300_000],
    ['crowded', 20_000],
    ['noAnswer', 600_000],
  ] as const)('by %s is tried again after pauses that grow to %d ms', (cause, longest) => {
    const pauses = [undefined, 1, 2, 3, 8, 40, 5_000].map((times) =>
      pauseOf(nextOf(temporary(cause), times === undefined ? undefined : { times, since: ago(1) }, NOW, 0)),
    );
    expect(pauses.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(pauses.slice(-2)).toEqual([longest, longest]);
  });

  it.each(causes)('by %s does not come back together', (cause) => {
    const pauses = [0, 0.25, 0.5, 0.999].map((random) =>
      pauseOf(nextOf(temporary(cause), undefined, NOW, random)),
    );
    expect(new Set(pauses).size).toBe(4);
    expect(Math.max(...pauses.map((ms) => ms ?? Infinity))).toBeLessThanOrEqual(1_250);
  });

  it.each(causes)('by %s is given up after two days, unless it only waited for its turn', (cause) => {
    const long = { times: 900, since: ago(GIVE_UP_AFTER_MS + 1) };
    expect(nextOf(temporary(cause), long, NOW, 0)).toMatchObject(
      cause === 'crowded'
        ? { type: 'later', reason: { code: `later.${cause}` } }
        : { type: 'failed', reason: { code: 'failure.gaveUp', params: { last: `later.${cause}` } } },
    );
    const not = { times: 900, since: ago(GIVE_UP_AFTER_MS - 1) };
    expect(nextOf(temporary(cause), not, NOW, 0)).toMatchObject({ type: 'later' });
  });

  it('fails at once when it would fail again', () => {
    const reason = { code: 'failure.text', params: {} } as const;
    expect(nextOf({ type: 'permanent', reason }, undefined, NOW, 0)).toEqual({ type: 'failed', reason });
  });
});
