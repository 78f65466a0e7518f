import { describe, expect, it } from '@jest/globals';
import type { Posted } from './post.js';
import { pauseSeconds, verdictOf } from './verdict.js';

const now = Date.parse('2027-06-09T07:00:00Z');
const called = { host: 'hooks.example.com', url: 'https://hooks.example.com/in' };
const answered = (status: number, retryAfter?: string): Posted => ({
  type: 'answered',
  status,
  answer: '',
  retryAfter,
});
const said = (posted: Posted) => {
  const { type, reason } = verdictOf(posted, called, now);
  return `${type} ${reason.code}`;
};

describe('what an attempt comes to', () => {
  it.each([
    [200, 'delivered webhook.delivered'],
    [202, 'delivered webhook.delivered'],
    [204, 'delivered webhook.delivered'],
    [101, 'failed webhook.refused'],
    [301, 'failed webhook.redirected'],
    [302, 'failed webhook.redirected'],
    [307, 'failed webhook.redirected'],
    [308, 'failed webhook.redirected'],
    [400, 'failed webhook.refused'],
    [401, 'failed webhook.refused'],
    [404, 'failed webhook.refused'],
    [410, 'failed webhook.gone'],
    [422, 'failed webhook.refused'],
    [429, 'putOff webhook.busy'],
    [500, 'putOff webhook.busy'],
    [502, 'putOff webhook.busy'],
    [503, 'putOff webhook.busy'],
    [599, 'putOff webhook.busy'],
  ])('%s: %s', (status, message) => expect(said(answered(status))).toBe(message));

  it('tries again what did not answer, and not what may not be called', () => {
    expect(said({ type: 'unreachable', cause: 'timeout' })).toBe('putOff webhook.unreachable');
    expect(said({ type: 'inside', address: '10.0.0.1' })).toBe('failed webhook.inside');
  });

  it.each([
    [undefined, 0],
    ['120', 120],
    ['Wed, 09 Jun 2027 07:10:00 GMT', 600],
    ['Wed, 09 Jun 2027 06:00:00 GMT', 0],
    ['99999999999', 14_400],
    ['-5', 0],
    ['soon', 0],
    ['', 0],
  ])('waits as Retry-After %p asks: %s seconds', (retryAfter, seconds) => {
    expect(verdictOf(answered(503, retryAfter), called, now)).toMatchObject({ waitSeconds: seconds });
  });

  it('makes longer and longer pauses, for more than a day together', () => {
    const pauses = Array.from({ length: 16 }, (_, i) => pauseSeconds(i + 1, 0));
    expect(pauses.slice(0, 4)).toEqual([5, 15, 45, 135]);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBe(14_400);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(24 * 3_600);
    expect(pauseSeconds(1, 1)).toBe(5.5);
    expect(pauseSeconds(10_000, 1)).toBeLessThan(5 * 3_600);
  });
});
