import { describe, expect, it } from '@jest/globals';
import { Pace } from './pace.js';

const minute = 60_000;
const start = 1_000_000;
const paceOf = () => new Pace(() => 0);

describe('the pace of an account', () => {
  it('is none until its server says that it gets too much', () => {
    const pace = paceOf();
    for (let i = 0; i < 100; i++) expect(pace.placeOf(`mail ${i}`, start)).toBeUndefined();
  });

  it('begins after the pause that the server names, one mail after the other in their order', () => {
    const pace = paceOf();
    pace.slowDown(start, 300);
    const places = ['a', 'b', 'c'].map((key) => pace.placeOf(key, start)! - start);
    expect(places).toEqual([5 * minute, 5 * minute + 1_000, 5 * minute + 2_000]);
    const later = start + 5 * minute;
    expect(pace.placeOf('a', later)).toBeUndefined();
    expect(pace.placeOf('b', later + 1_000)).toBeUndefined();
    // A new one comes after those that wait.
    expect(pace.placeOf('d', later + 1_000)).toBe(later + 3_000);
    expect(pace.placeOf('c', later + 2_000)).toBeUndefined();
  });

  it('is ever slower while the server says so, and a pause has an end', () => {
    const pace = paceOf();
    const pauses: number[] = [];
    for (let now = start, i = 0; i < 12; i++) {
      pace.slowDown(now);
      const at = pace.placeOf(`mail ${i}`, now)!;
      pauses.push((at - now) / 1_000);
      now = at;
    }
    expect(pauses.slice(0, 7)).toEqual([15, 30, 60, 120, 240, 480, 900]);
    expect(pauses.at(-1)).toBe(900);
  });

  it('counts mails that were under way at the same moment once', () => {
    const pace = paceOf();
    for (let i = 0; i < 8; i++) pace.slowDown(start + i);
    expect(pace.placeOf('a', start + 10)! - start).toBeLessThan(16_000);
  });

  it('comes back at no fixed beat, and never before the server wants it', () => {
    const places = [0, 0.5, 1].map((random) => {
      const pace = new Pace(() => random);
      pace.slowDown(start, 100);
      return (pace.placeOf('a', start)! - start) / 1_000;
    });
    expect(places).toEqual([100, 110, 120]);
  });

  it('is as fast as ever once the server has taken what came', () => {
    const pace = paceOf();
    pace.slowDown(start, 1);
    let now = start;
    for (let i = 0; i < 20; i++) {
      now = pace.placeOf(`mail ${i}`, now) ?? now;
      expect(pace.placeOf(`mail ${i}`, now)).toBeUndefined();
      pace.taken();
    }
    for (let i = 0; i < 50; i++) expect(pace.placeOf(`more ${i}`, now)).toBeUndefined();
  });
});
