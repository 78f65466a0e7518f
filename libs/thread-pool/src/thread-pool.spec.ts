import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ThreadPool, type PoolLimits } from './thread-pool.js';

/** Does as it is told, to try the walls. */
const code = `
  import { parentPort } from 'node:worker_threads';
  const kept = [];
  const does = {
    echo: (input) => input,
    count: () => kept.push(0),
    hang: () => { for (;;); },
    spin: (ms) => { const end = performance.now() + ms; while (performance.now() < end); return 'spun'; },
    grow: () => { for (;;) kept.push(new Array(10_000).fill(Math.random())); },
    idle: (ms) => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); return 'woken'; },
    fail: () => { throw new Error('broken task'); },
    exit: () => process.exit(0),
    crash: () => { setTimeout(() => { throw new Error('broken thread'); }, 0); throw undefined; },
  };
  parentPort.on('message', ({ task, input }) => {
    if (task === 'crash') return void setTimeout(() => { throw new Error('broken thread'); }, 0);
    try { parentPort.postMessage({ ok: true, value: does[task](input) }); }
    catch (error) { parentPort.postMessage({ ok: false, error }); }
  });
  parentPort.postMessage('ready');`;

const folder = mkdtempSync(path.join(tmpdir(), 'cueline-threads-'));
const entry = pathToFileURL(path.join(folder, 'thread.mjs'));
beforeAll(() => writeFileSync(entry, code));
afterAll(() => rmSync(folder, { recursive: true }));

let pool: ThreadPool;
afterEach(() => pool.close());
const open = (limits: Partial<PoolLimits> = {}) =>
  (pool = new ThreadPool(entry, {
    threads: 1,
    waiting: 50,
    waitingPerOwner: 20,
    megabytes: 64,
    idleMs: 60_000,
    ...limits,
  }));
const run = (task: string, input?: unknown, owner = 'a', milliseconds = 10_000) =>
  pool.run(owner, { task, input }, milliseconds);

describe('a pool of threads', () => {
  it('does tasks elsewhere, one after the other, on the thread that it has', async () => {
    open();
    const value = { map: new Map([['a', new Set([1])]]), at: new Date(0) };
    expect(await Promise.all([run('echo', value), run('count'), run('count')])).toEqual([value, 1, 2]);
  });

  it('keeps this thread free meanwhile', async () => {
    open({ threads: 2 });
    await Promise.all([run('echo', 1, 'a'), run('echo', 1, 'b')]);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const turns = { before: performance.eventLoopUtilization() };
    await Promise.all([run('spin', 400, 'a'), run('spin', 400, 'b')]);
    delay.disable();
    // On the main thread it would have stood still for 400 ms or more.
    expect(performance.eventLoopUtilization(turns.before).active).toBeLessThan(200);
    expect(delay.percentile(50) / 1e6).toBeLessThan(100);
  });

  it('ends a task that takes too long, and goes on', async () => {
    open();
    const [hung, next] = await Promise.allSettled([run('hang', 0, 'a', 200), run('echo', 'well')]);
    expect(hung).toMatchObject({ status: 'rejected', reason: { name: 'TaskEnded', by: 'time' } });
    expect(next).toMatchObject({ status: 'fulfilled', value: 'well' });
  });

  it('counts what a task computes, not how long the machine lets it wait, within bounds', async () => {
    open();
    expect(await run('idle', 1_500, 'a', 1_000)).toBe('woken');
    await expect(run('idle', 60_000, 'a', 100)).rejects.toMatchObject({ name: 'TaskEnded', by: 'time' });
  });

  it('ends a task that takes too much memory, and goes on', async () => {
    open({ megabytes: 32 });
    await expect(run('grow', 0, 'a', 60_000)).rejects.toMatchObject({ name: 'TaskEnded', by: 'memory' });
    expect(await run('echo', 'well')).toBe('well');
  });

  it.each([
    ['fail', 'broken task'],
    ['crash', 'broken thread'],
    ['exit', 'ended in the middle'],
  ])('passes on that a task did %s, and goes on', async (task, message) => {
    open();
    await expect(run(task)).rejects.toThrow(message);
    expect(await run('echo', 'well')).toBe('well');
  });

  it('refuses what cannot be sent to a thread, and goes on', async () => {
    open();
    await expect(run('echo', () => 0)).rejects.toThrow('could not be cloned');
    expect(await run('echo', 'well')).toBe('well');
  });

  it('lets owners take turns', async () => {
    open();
    const done: string[] = [];
    const each = async (owner: string, name: string) => {
      await run('echo', 0, owner);
      done.push(name);
    };
    await Promise.all([each('a', 'a1'), each('a', 'a2'), each('a', 'a3'), each('b', 'b1'), each('c', 'c1')]);
    expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3']);
  });

  it('keeps a thread for others where there are several', async () => {
    open({ threads: 2 });
    const hung = Promise.allSettled([run('hang', 0, 'a', 1_500), run('hang', 0, 'a', 1_500)]);
    expect(await run('echo', 'well', 'b')).toBe('well');
    await pool.close();
    await hung;
  });

  it('refuses more than may wait, of one owner and of all', async () => {
    open({ waiting: 3, waitingPerOwner: 2 });
    const hung = Promise.allSettled([run('hang', 0, 'a', 500), run('echo'), run('echo')]);
    await expect(run('echo')).rejects.toMatchObject({ name: 'PoolFull' });
    const other = run('echo', 'well', 'b');
    await expect(run('echo', 0, 'c')).rejects.toMatchObject({ name: 'PoolFull' });
    expect(await other).toBe('well');
    expect((await hung).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  it('lets a thread go that has nothing to do, and starts another', async () => {
    open({ idleMs: 0 });
    expect(await run('count')).toBe(1);
    while (pool.size > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await run('count')).toBe(1);
  });
});
