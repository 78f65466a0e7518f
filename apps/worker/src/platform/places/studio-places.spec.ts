import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { StudioPlaces } from './studio-places.js';

/** Works that go on until they are told to end. */
class Works {
  readonly places = new StudioPlaces();
  readonly begun: string[] = [];
  readonly #ends: { readonly studio: string; readonly end: (error?: Error) => void }[] = [];

  begin(studio: string): Promise<string | undefined> {
    return this.places.within(
      studio,
      () =>
        new Promise((resolve, reject) => {
          this.begun.push(studio);
          this.#ends.push({ studio, end: (error) => (error ? reject(error) : resolve('done')) });
        }),
    );
  }

  many(count: number, studio: string): Promise<string | undefined>[] {
    return Array.from({ length: count }, () => this.begin(studio));
  }

  count = (studio: string): number => this.begun.filter((one) => one === studio).length;

  /** Ends the oldest work of a studio that goes on, and lets what follows happen. */
  async end(studio: string, error?: Error): Promise<void> {
    const at = this.#ends.findIndex((one) => one.studio === studio);
    this.#ends.splice(at, 1)[0]!.end(error);
    await jest.advanceTimersByTimeAsync(0);
  }
}

let works: Works;
beforeEach(() => {
  jest.useFakeTimers();
  works = new Works();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the places of a worker', () => {
  it('are half one studio’s at most, and the others begin at once beside it', () => {
    void works.many(100, 'bad');
    expect(works.count('bad')).toBe(8);
    for (const one of ['a', 'b', 'c']) void works.begin(one);
    expect(works.begun.slice(8)).toEqual(['a', 'b', 'c']);
  });

  it('are never all taken by those that take what they may', () => {
    for (let i = 0; i < 400; i++) void works.begin(`bad-${i % 6}`);
    void works.begin('newcomer');
    expect(works.begun.at(-1)).toBe('newcomer');
  });

  it('put off what waits longer than five seconds, and what finds the line full', async () => {
    const all = works.many(100, 'bad');
    // Half of what may wait.
    const full = await Promise.all(all.slice(8 + 32));
    expect(full.every((one) => one === undefined)).toBe(true);
    let settled = 0;
    for (const one of all.slice(8, 8 + 32))
      void one.then((answer) => (settled += answer === undefined ? 1 : 0));
    await jest.advanceTimersByTimeAsync(4_999);
    expect(settled).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(settled).toBe(32);
    expect(works.count('bad')).toBe(8);
  });

  it('are given on in order when work ends, by whatever it ends', async () => {
    const all = works.many(11, 'bad');
    await works.end('bad');
    expect(await all[0]).toBe('done');
    expect(works.count('bad')).toBe(9);
    const failing = expect(all[1]).rejects.toThrow('broke');
    await works.end('bad', new Error('broke'));
    await failing;
    expect(works.count('bad')).toBe(10);
  });

  it('are free again when work throws before it begins', async () => {
    for (let i = 0; i < 50; i++)
      await expect(
        works.places.within('bad', () => {
          throw new Error('at once');
        }),
      ).rejects.toThrow('at once');
    void works.many(8, 'bad');
    expect(works.count('bad')).toBe(8);
  });

  it('go first to the studio that has least at work', async () => {
    void works.many(20, 'bad');
    void works.many(20, 'worse');
    void works.many(20, 'worst');
    void works.many(5, 'good');
    const before = works.begun.length;
    for (let i = 0; i < 12; i++) await works.end(i % 2 ? 'bad' : 'worse');
    const given = works.begun.slice(before);
    expect(given).toContain('good');
    expect(given).toContain('worst');
    expect(given.length).toBeGreaterThanOrEqual(10);
  });

  it('come to everybody in the end', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `studio-${i}`);
    const answers: (string | undefined)[] = [];
    for (let i = 0; i < 60; i++) void works.begin(names[i % 12]!).then((answer) => answers.push(answer));
    for (let ended = 0; ended < works.begun.length; ended++) await works.end(works.begun[ended]!);
    expect(answers).toEqual(Array.from({ length: 60 }, () => 'done'));
    expect(names.map(works.count)).toEqual(names.map(() => 5));
  });
});
