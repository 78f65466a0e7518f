import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { log } from '../log.js';
import { SetAside } from './set-aside.js';

let aside: SetAside;
beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(log, 'warnSeldom').mockReturnValue(undefined);
  aside = new SetAside();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});
const fail = (id: string) => aside.failed('Send', id, new Error('no'));

describe('a row that could not be worked on', () => {
  it('rests for twice as long each time, up to ten minutes, and others do not', () => {
    const rests: number[] = [];
    for (let times = 0; times < 12; times++) {
      fail('bad');
      let rested = 0;
      for (; aside.rests('bad'); rested += 1_000) jest.setSystemTime(Date.now() + 1_000);
      rests.push(rested);
    }
    expect(rests.slice(0, 5)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
    expect(rests.at(-1)).toBe(600_000);
    expect(aside.rests('good')).toBe(false);
  });

  it('begins anew once it was worked on', () => {
    for (let i = 0; i < 5; i++) fail('bad');
    aside.worked('bad');
    expect(aside.ids()).toEqual([]);
    fail('bad');
    jest.setSystemTime(Date.now() + 2_000);
    expect(aside.rests('bad')).toBe(false);
  });

  it('is forgotten, the oldest first, when there are too many of them', () => {
    for (let i = 0; i < 10_050; i++) fail(`row-${i}`);
    expect(aside.ids()).toHaveLength(10_000);
    expect(aside.rests('row-49')).toBe(false);
    expect(aside.rests('row-50')).toBe(true);
  });
});
