import fc from 'fast-check';
import { between, hasUid, newest, sizeOf, uidSetOf, uidsIn, union, without } from './uid-set.js';

const some = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });
const sorted = (uids: Iterable<number>) => [...new Set(uids)].sort((a, b) => a - b);

describe('sets of UIDs', () => {
  test('are ranges that never touch', () => {
    expect(uidSetOf([5, 1, 2, 3, 7, 2, 8])).toEqual([
      [1, 3],
      [5, 5],
      [7, 8],
    ]);
  });

  test('do what sets do', () => {
    fc.assert(
      fc.property(some, some, fc.nat(70), fc.nat(70), (a, b, low, most) => {
        const [one, other] = [uidSetOf(a), uidSetOf(b)];
        expect([...uidsIn(one)]).toEqual(sorted(a));
        expect(sizeOf(one)).toBe(new Set(a).size);
        expect(union(one, other)).toEqual(uidSetOf([...a, ...b]));
        expect(without(one, other)).toEqual(uidSetOf(a.filter((uid) => !b.includes(uid))));
        expect(between(one, low, low + 20)).toEqual(
          uidSetOf(a.filter((uid) => uid >= low && uid < low + 20)),
        );
        expect(newest(one, most)).toEqual(uidSetOf(most === 0 ? [] : sorted(a).slice(-most)));
        expect(hasUid(one, low)).toBe(a.includes(low));
      }),
    );
  });
});
