import { BlockList, isIP } from 'node:net';

const blocked = new BlockList();
// RFC 6890 and its successors: this host, private, shared, loopback, link-local (cloud metadata too), documentation, benchmarks, multicast, reserved.
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
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  blocked.addSubnet(net, prefix, 'ipv4');
// Within the global addresses: Teredo and its neighbours, documentation, and 6to4, which carries an IPv4 address.
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  blocked.addSubnet(net, prefix, 'ipv6');

/** IPv6 addresses of the world, which are these alone: neither local, mapped IPv4, NAT64 nor multicast. */
const worldwide = new BlockList();
worldwide.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the public internet, and so nobody's inside. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !blocked.check(address, 'ipv4');
  return version === 6 && worldwide.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}
