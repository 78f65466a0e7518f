import { describe, expect, it } from '@jest/globals';
import { placeOf, readProxies } from './place.js';

describe('the place of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:41234', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['[2001:DB8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
    ['', 'unknown'],
    ['_hidden', 'unknown'],
    ['999.1.1.1', 'unknown'],
  ])('%p is %p', (ip, place) => {
    expect(placeOf(ip)).toBe(place);
  });
});

describe('trusted proxies', () => {
  it.each([
    ['', []],
    ['10.0.0.7', ['10.0.0.7']],
    ['10.0.0.0/8, 2001:db8::/32\n::1', ['10.0.0.0/8', '2001:db8::/32', '::1']],
    ['0.0.0.0/0', ['0.0.0.0/0']],
  ])('%p are %p', (text, proxies) => {
    expect(readProxies(text)).toEqual(proxies);
  });

  it.each([
    'loopback',
    'proxy.lan',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0',
    '::1/129',
    '*',
    '10.0.0.0/-1',
  ])('%p are refused with the entry', (text) => {
    expect(() => readProxies(`10.0.0.1, ${text}`)).toThrow(`"${text}" is no address`);
  });
});
