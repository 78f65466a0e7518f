import { describe, expect, it } from '@jest/globals';
import { NewVersion } from './new-version.js';

describe('a new version', () => {
  it.each<[string, string | undefined, string | null, boolean]>([
    ['is there when the server has another build', 'abc1', 'abc2', true],
    ['is not there when it has the same', 'abc1', 'abc1', false],
    ['is not there when the server does not say', 'abc1', null, false],
    ['is none for a page that was not built', undefined, 'abc2', false],
  ])('%s', (_, own, seen, there) => {
    const version = new NewVersion(own);
    let calls = 0;
    version.subscribe(() => calls++);
    version.seen(seen);
    version.seen(seen);
    expect(version.view()).toBe(there);
    expect(calls).toBe(there ? 1 : 0);
  });
});
