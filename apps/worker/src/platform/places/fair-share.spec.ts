import { describe, expect, it } from '@jest/globals';
import { FairShare } from './fair-share.js';

/** What each studio comes to hold when all of them take whatever they may, in turn. */
function sharesOf(places: number, studios: number): number[] {
  const share = new FairShare(places);
  const names = Array.from({ length: studios }, (_, i) => `studio-${i}`);
  for (let took = true; took;) {
    took = false;
    for (const name of names)
      if (share.hasRoomFor(name)) {
        share.take(name);
        took = true;
      }
  }
  return names.map((name) => share.of(name));
}

describe('places that studios share', () => {
  it.each([
    [48, 1, 24],
    [48, 2, 16],
    [48, 5, 8],
    [32, 3, 8],
  ])('of %d, %d studios hold %d each', (places, studios, each) => {
    expect(sharesOf(places, studios)).toEqual(Array.from({ length: studios }, () => each));
  });

  it('are left for one that comes, however many are there', () => {
    const share = new FairShare(48);
    for (let i = 0; i < 500; i++) {
      const name = `studio-${i % 11}`;
      if (share.hasRoomFor(name)) share.take(name);
    }
    expect(share.hasRoomFor('newcomer')).toBe(true);
  });

  it('are free again when they are given back', () => {
    const share = new FairShare(4);
    share.take('a');
    share.take('a');
    expect(share.full()).toEqual(['a']);
    share.giveBack('a');
    expect([share.full(), share.of('a')]).toEqual([[], 1]);
  });
});
