import type { Uid } from './ids.js';

/** UIDs as ranges, both ends included, ascending and never adjacent: a hundred thousand of them are usually a few. */
export type UidSet = readonly (readonly [first: Uid, last: Uid])[];

export const noUids: UidSet = [];

/** In any order, repeats included. */
export function uidSetOf(uids: Iterable<Uid>): UidSet {
  return joined([...uids].map((uid) => [uid, uid] as const));
}

/** Ranges in any order, overlapping or not. */
export function joined(ranges: readonly (readonly [Uid, Uid])[]): UidSet {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const set: [Uid, Uid][] = [];
  for (const [first, last] of sorted) {
    const before = set.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else set.push([first, last]);
  }
  return set;
}

export const union = (...sets: readonly UidSet[]): UidSet => joined(sets.flat());

export const sizeOf = (set: UidSet): number => set.reduce((sum, [first, last]) => sum + last - first + 1, 0);

/** In `set` and not in `taken`. */
export function without(set: UidSet, taken: UidSet): UidSet {
  const left: [Uid, Uid][] = [];
  let at = 0;
  for (const [first, last] of set) {
    let from = first;
    while (at < taken.length && taken[at]![1] < from) at++;
    for (let next = at; next < taken.length && taken[next]![0] <= last; next++) {
      if (taken[next]![0] > from) left.push([from, taken[next]![0] - 1]);
      from = Math.max(from, taken[next]![1] + 1);
    }
    if (from <= last) left.push([from, last]);
  }
  return left;
}

/** From `first` to below `end`. */
export const between = (set: UidSet, first: Uid, end: Uid): UidSet =>
  set
    .filter(([from, to]) => to >= first && from < end)
    .map(([from, to]) => [Math.max(from, first), Math.min(to, end - 1)] as const);

/** The `most` highest, counted in mails: the space of UIDs is sparse. */
export function newest(set: UidSet, most: number): UidSet {
  const taken: [Uid, Uid][] = [];
  let room = most;
  for (let i = set.length - 1; i >= 0 && room > 0; i--) {
    const [first, last] = set[i]!;
    const from = Math.max(first, last - room + 1);
    taken.unshift([from, last]);
    room -= last - from + 1;
  }
  return taken;
}

export const lowest = (set: UidSet): Uid | undefined => set[0]?.[0];

export function* uidsIn(set: UidSet): Generator<Uid> {
  for (const [first, last] of set) for (let uid = first; uid <= last; uid++) yield uid;
}

export const hasUid = (set: UidSet, uid: Uid): boolean =>
  set.some(([first, last]) => first <= uid && uid <= last);
