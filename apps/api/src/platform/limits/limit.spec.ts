import { describe, expect, it } from '@jest/globals';
import { counted, waitOf, type Counter, type Limit } from './limit.js';

const limit: Limit = {
  name: 'test',
  free: 3,
  firstWaitSeconds: 10,
  longestWaitSeconds: 35,
  forgetAfterSeconds: 100,
};
const start = new Date('2027-03-01T12:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

describe('a limit', () => {
  it('lets some pass, then waits twice as long each time up to the longest', () => {
    let counter: Counter | undefined;
    let now = start;
    const waits = Array.from({ length: 7 }, () => {
      counter = counted(limit, counter, now);
      const wait = waitOf(counter, now);
      now = new Date(now.getTime() + wait * 1_000);
      return wait;
    });
    expect(waits).toEqual([0, 0, 10, 20, 35, 35, 35]);
  });

  it('says whole seconds, never none while there is one', () => {
    const counter = { count: 3, blockedUntil: at(10), expiresAt: at(110) };
    expect([0, 0.5, 9.999, 10, 11].map((seconds) => waitOf(counter, at(seconds)))).toEqual([10, 10, 1, 0, 0]);
    expect(waitOf(undefined, start)).toBe(0);
  });

  it('begins anew when nothing was tried for long enough', () => {
    const counter = { count: 9, blockedUntil: at(10), expiresAt: at(110) };
    expect(counted(limit, counter, at(109)).count).toBe(10);
    expect(counted(limit, counter, at(110))).toEqual({ count: 1, blockedUntil: null, expiresAt: at(210) });
  });

  it('waits no longer than the longest after however many', () => {
    const counter = { count: 1_000_000, blockedUntil: null, expiresAt: at(10) };
    expect(waitOf(counted(limit, counter, start), start)).toBe(35);
  });
});
