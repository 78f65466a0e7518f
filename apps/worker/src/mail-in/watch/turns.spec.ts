import { describe, expect, test } from '@jest/globals';
import { HostPace } from './host-pace.js';
import { ImportTurns } from './import-turns.js';

const never = new AbortController().signal;
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('parts of imports', () => {
  test('are in hand four at a time, and two of a studio while another waits', async () => {
    const turns = new ImportTurns();
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const take = (studio: string, name: string) =>
      void turns.take(studio, never).then((end) => {
        begun.push(name);
        ends.set(name, end!);
      });
    for (let n = 1; n <= 6; n++) take('large', `large ${n}`);
    await settle();
    expect(begun).toEqual(['large 1', 'large 2', 'large 3', 'large 4']);
    take('small', 'small 1');
    ends.get('large 1')!();
    await settle();
    expect(begun.slice(4)).toEqual(['small 1']);
    ends.get('large 2')!();
    ends.get('large 2')!();
    ends.get('large 3')!();
    ends.get('small 1')!();
    await settle();
    expect(begun.slice(5)).toEqual(['large 5', 'large 6']);
  });

  test('are not begun for a mailbox that is let go meanwhile', async () => {
    const turns = new ImportTurns(1);
    const end = await turns.take('a', never);
    const stop = new AbortController();
    const waiting = turns.take('b', stop.signal);
    stop.abort();
    expect(await waiting).toBeUndefined();
    end!();
    expect(await turns.take('c', never)).toBeDefined();
  });
});

test('connections to one host are opened ten a second, and those to another at once', async () => {
  const rests: [string, number][] = [];
  let host = '';
  const pace = new HostPace(
    () => 1_000,
    (milliseconds) => {
      rests.push([host, milliseconds]);
      return Promise.resolve();
    },
  );
  for (host of ['a', 'a', 'a', 'b', 'a']) await pace.turn(host);
  expect(rests).toEqual([
    ['a', 100],
    ['a', 200],
    ['a', 300],
  ]);
});
