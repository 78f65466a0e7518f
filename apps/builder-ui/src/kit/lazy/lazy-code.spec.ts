import { describe, expect, it } from '@jest/globals';
import { LazyCode } from './lazy-code.js';

/** @param attempts whether each comes through */
function code(...attempts: boolean[]) {
  const said = { fetched: 0, failures: 0, changes: [] as string[] };
  const lazy = new LazyCode(
    () =>
      attempts[said.fetched++] ? Promise.resolve('page') : Promise.reject(new TypeError('Failed to fetch')),
    () => Promise.resolve(void said.failures++),
  );
  lazy.subscribe(() => said.changes.push(lazy.view().type));
  return { lazy, said };
}

describe('code that is fetched when it is needed', () => {
  it('is fetched once, however many ask for it', async () => {
    const { lazy, said } = code(true);
    await Promise.all([lazy.load(), lazy.load()]);
    await lazy.load();
    expect(lazy.view()).toEqual({ type: 'ready', code: 'page' });
    expect(said).toEqual({ fetched: 1, failures: 0, changes: ['ready'] });
  });

  it('is asked for again after a failure, one attempt at a time', async () => {
    const { lazy, said } = code(false, false, true);
    await Promise.all([lazy.load(), lazy.load()]);
    expect(lazy.view()).toEqual({ type: 'failed' });
    await lazy.load();
    await lazy.load();
    expect(lazy.view()).toEqual({ type: 'ready', code: 'page' });
    expect(said).toEqual({ fetched: 3, failures: 2, changes: ['failed', 'ready'] });
  });

  it('is not there, and no failure either, until somebody asks', () => {
    const { lazy, said } = code();
    expect(lazy.view()).toEqual({ type: 'coming' });
    expect(said.fetched).toBe(0);
  });
});
