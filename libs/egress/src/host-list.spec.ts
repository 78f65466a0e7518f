import { describe, expect, it } from '@jest/globals';
import { isListed, parseHostList } from './host-list.js';

describe('the operator’s list of hosts', () => {
  it.each(['https://hooks.test', 'hooks.test/path', '*.test', 'a:b', '[::1'])('is not “%s”', (text) =>
    expect(parseHostList(text)).toBeUndefined(),
  );
  it.each([
    ['', 0],
    ['a, b c', 3],
  ])('“%s” has its entries', (text, size) => expect(parseHostList(text)?.size).toBe(size));

  it('names a host on every port, or on one', () => {
    const list = parseHostList('Mail.inside.test, 10.0.0.1:25 [::1]:9000')!;
    expect(isListed(list, 'mail.INSIDE.test', 587)).toBe(true);
    expect(isListed(list, '10.0.0.1', 25)).toBe(true);
    expect(isListed(list, '10.0.0.1', 26)).toBe(false);
    expect(isListed(list, '::1', 9_000)).toBe(true);
    expect(isListed(list, '[::1]', 9_000)).toBe(true);
    expect(isListed(list, 'sub.mail.inside.test', 587)).toBe(false);
  });
});
