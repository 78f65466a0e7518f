import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { log } from '../log.js';
import { FairHands } from './fair-hands.js';

beforeEach(() => {
  jest.spyOn(log, 'warnSeldom').mockReturnValue(undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** A sweep that begins whatever it may, as those of the worker do. */
function sweep(
  hands: FairHands,
  found: readonly { studio: string; id: string }[],
  work: (id: string) => Promise<void>,
) {
  const busy = hands.busy();
  const taken = hands.taken();
  const each = hands.each;
  const of = new Map<string, number>();
  const now = found
    .filter(({ studio, id }) => !busy.includes(studio) && !taken.includes(id))
    .filter(({ studio }) => {
      of.set(studio, (of.get(studio) ?? 0) + 1);
      return of.get(studio)! <= each;
    })
    .slice(0, hands.room);
  for (const { studio, id } of now) hands.begin(studio, id, 'Row', () => work(id));
  return now.map(({ id }) => id);
}
const rowsOf = (studio: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ studio, id: `${studio}-${i}` }));
const never = () => new Promise<void>(() => undefined);

describe('hands that sweeps share', () => {
  it('leave some for the studio that comes while another’s rows hang', () => {
    const hands = new FairHands(24);
    const bad = rowsOf('bad', 100);
    for (let i = 0; i < 5; i++) sweep(hands, bad, never);
    expect(hands.taken()).toHaveLength(12);
    expect(hands.busy()).toEqual(['bad']);
    expect(sweep(hands, [...bad, ...rowsOf('good', 3)], never)).toEqual(['good-0', 'good-1', 'good-2']);
  });

  it('take no row that is in hand', async () => {
    const hands = new FairHands(4);
    let times = 0;
    let end = () => undefined as void;
    const work = () => {
      times++;
      return new Promise<void>((resolve) => (end = resolve));
    };
    for (let i = 0; i < 3; i++) hands.begin('a', 'row', 'Row', work);
    expect(times).toBe(1);
    expect(hands.taken()).toEqual(['row']);
    end();
    await hands.idle();
    expect(hands.taken()).toEqual([]);
  });

  it('are free again whatever the work comes to, and a row that failed rests', async () => {
    const hands = new FairHands(8);
    const { each, room } = hands;
    for (const { studio, id } of rowsOf('bad', 4))
      hands.begin(studio, id, 'Row', () => Promise.reject(new Error('no')));
    await hands.idle();
    expect([hands.each, hands.room, hands.busy()]).toEqual([each, room, []]);
    expect(hands.taken().sort()).toEqual(['bad-0', 'bad-1', 'bad-2', 'bad-3']);
    expect(sweep(hands, [...rowsOf('bad', 5)], () => Promise.resolve())).toEqual(['bad-4']);
    await hands.idle();
  });

  it('settle only when what was begun meanwhile is through as well', async () => {
    const hands = new FairHands(8);
    const done: string[] = [];
    hands.begin('a', 'first', 'Row', async () => {
      await Promise.resolve();
      hands.begin('a', 'second', 'Row', async () => {
        await new Promise((resolve) => setImmediate(resolve));
        done.push('second');
      });
      done.push('first');
    });
    await hands.idle();
    expect(done).toEqual(['first', 'second']);
  });
});
