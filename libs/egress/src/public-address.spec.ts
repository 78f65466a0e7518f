import { BlockList, isIPv6 } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAddress, isPublicAddress } from './public-address.js';

describe('isPublicAddress', () => {
  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2001:200::1',
    '2a00:1450:4001:81b::200e',
  ])('%s is', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['this host', ['0.0.0.0', '0.1.2.3', '::']],
    ['loopback', ['127.0.0.1', '127.255.255.255', '::1', '0:0:0:0:0:0:0:1']],
    ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1']],
    ['link-local and the clouds’ metadata', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254']],
    ['shared by carriers', ['100.64.0.1', '100.127.255.255']],
    ['multicast', ['224.0.0.1', '239.255.255.250', 'ff02::1']],
    ['reserved and broadcast', ['240.0.0.1', '255.255.255.255']],
    [
      'documentation and benchmarks',
      ['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.19.0.1', '2001:db8::1', '3fff::1'],
    ],
    ['IPv4 in IPv6', ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '::8.8.8.8']],
    [
      'translated IPv4',
      ['64:ff9b::10.0.0.1', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:7f00:1::', '192.88.99.1'],
    ],
    ['site-local', ['fec0::1']],
    [
      'no address',
      [
        '',
        'localhost',
        '1.1.1',
        '1.1.1.256',
        '01.1.1.1',
        '1.1.1.1.',
        '2606::1::2',
        '2606:4700',
        ':2606::1',
        '2606:4700:4700:::1',
        '12345::1',
        'g::1',
        '[::1]',
      ],
    ],
  ])('%s is not', (_what, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it('agrees with the network code of Node about every address', () => {
    const blocked = new BlockList();
    for (const [net, prefix] of [
      ['0.0.0.0', 8],
      ['10.0.0.0', 8],
      ['100.64.0.0', 10],
      ['127.0.0.0', 8],
      ['169.254.0.0', 16],
      ['172.16.0.0', 12],
      ['192.0.0.0', 24],
      ['192.0.2.0', 24],
      ['192.88.99.0', 24],
      ['192.168.0.0', 16],
      ['198.18.0.0', 15],
      ['198.51.100.0', 24],
      ['203.0.113.0', 24],
      ['224.0.0.0', 3],
    ] as const)
      blocked.addSubnet(net, prefix, 'ipv4');
    const world = new BlockList();
    world.addSubnet('2000::', 3, 'ipv6');
    for (const [net, prefix] of [
      ['2001::', 23],
      ['2001:db8::', 32],
      ['2002::', 16],
      ['3fff::', 20],
    ] as const)
      blocked.addSubnet(net, prefix, 'ipv6');
    const isPublic = (address: string) =>
      isIPv6(address)
        ? world.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
        : !blocked.check(address, 'ipv4');
    const group = fc.oneof(
      fc.nat(0xffff),
      fc.constantFrom(0x2000, 0x2001, 0x2002, 0x3fff, 0xdb8, 0x1ff, 0x200, 0),
    );
    const six = fc
      .array(group, { minLength: 8, maxLength: 8 })
      .map((all) => all.map((n) => n.toString(16)).join(':'));
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), six), (address) => {
        expect([address, isPublicAddress(address)]).toEqual([address, isPublic(address)]);
        expect(isAddress(address)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});
