import { describe, expect, it } from '@jest/globals';
import {
  ApiError,
  shouldRetry,
  pauseBefore,
  problemKind,
  secondsOf,
  signedOut,
  unreachable,
} from './api-error.js';

const busy = new ApiError(
  { code: 'server.busy', status: 503, title: 'Too much is waiting at the moment' },
  2,
);
const limited = new ApiError({ code: 'rate.limited', status: 429, title: 'Too many attempts' }, 400);
const away = new ApiError({
  code: 'server.unavailable',
  status: 503,
  title: 'A part that this needs is away',
});
const lost = new ApiError(unreachable);
const unchanged = new ApiError({ code: 'workflow.unchanged', status: 409, title: 'Nothing has changed' });

describe('an answer that is no success', () => {
  it.each([
    ['busy', busy, 'busy'],
    ['too often', limited, 'limited'],
    ['no answer', lost, 'unreachable'],
    ['a part is away', away, 'refused'],
    ['not now', unchanged, 'refused'],
    ['signed out', new ApiError(signedOut), 'refused'],
    ['no answer of the API', new Error('x'), 'refused'],
  ])('%s', (_, error, kind) => {
    expect(problemKind(error)).toBe(kind);
  });

  it.each([
    [busy, true],
    [away, true],
    [lost, true],
    [limited, false],
    [unchanged, false],
  ])('is asked again by itself where that helps (%#)', (error, again) => {
    expect([0, 1, 2].map((failures) => shouldRetry(failures, error))).toEqual([again, again, false]);
  });

  it('is asked again no sooner than the server says, and not so late that nobody waits', () => {
    expect([0, 1, 2].map((failures) => pauseBefore(failures, busy))).toEqual([2_000, 2_000, 4_000]);
    expect(pauseBefore(0, lost)).toBe(1_000);
    expect(pauseBefore(0, limited)).toBe(10_000);
  });

  it.each([
    ['2', 2],
    ['0', 0],
    ['-5', 0],
    [' 30 ', 30],
    ['Mon, 30 Nov 2026 10:00:30 GMT', 30],
    ['Mon, 30 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('Retry-After %j', (header, seconds) => {
    expect(secondsOf(header, Date.parse('2026-11-30T10:00:00Z'))).toBe(seconds);
  });
});
