/** A network by its first 32 bits and the length of its prefix, at most 32. */
type Net = readonly [first: number, prefix: number];

const v4 = (address: string, prefix: number): Net => [ipv4(address)!, prefix];

// RFC 6890 and its successors: this host, private, shared (carriers' NAT), loopback, link-local (with the clouds' metadata), protocol
// assignments, documentation, 6to4 relays, benchmarks, multicast, reserved and broadcast.
const inside4: readonly Net[] = [
  v4('0.0.0.0', 8),
  v4('10.0.0.0', 8),
  v4('100.64.0.0', 10),
  v4('127.0.0.0', 8),
  v4('169.254.0.0', 16),
  v4('172.16.0.0', 12),
  v4('192.0.0.0', 24),
  v4('192.0.2.0', 24),
  v4('192.88.99.0', 24),
  v4('192.168.0.0', 16),
  v4('198.18.0.0', 15),
  v4('198.51.100.0', 24),
  v4('203.0.113.0', 24),
  v4('224.0.0.0', 4),
  v4('240.0.0.0', 4),
];

/** The addresses of the world are these alone (RFC 4291 2.4): neither local, mapped IPv4, NAT64 nor multicast. */
const worldwide6: Net = [0x20000000, 3];
// Among them: Teredo and its neighbours, documentation twice, and 6to4, which carries an IPv4 address.
const inside6: readonly Net[] = [
  [0x20010000, 23],
  [0x20010db8, 32],
  [0x20020000, 16],
  [0x3fff0000, 20],
];

const isIn = (bits: number, [first, prefix]: Net): boolean => (bits ^ first) >>> (32 - prefix) === 0;

/** Whether an address is one of the public internet, and so nobody's inside. What is no address, or one with a zone, is not. */
export function isPublicAddress(address: string): boolean {
  const four = ipv4(address);
  if (four !== undefined) return !inside4.some((net) => isIn(four, net));
  const six = ipv6(address);
  return six !== undefined && isIn(six, worldwide6) && !inside6.some((net) => isIn(six, net));
}

/** Whether a host is written as an address, and so never looked up. */
export const isAddress = (host: string): boolean => host.includes(':') || ipv4(host) !== undefined;

function ipv4(address: string): number | undefined {
  const bytes = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1);
  // A leading zero is octal to some and decimal to others.
  if (!bytes?.every((byte) => Number(byte) < 256 && String(Number(byte)) === byte)) return undefined;
  return bytes.reduce((bits, byte) => ((bits << 8) | Number(byte)) >>> 0, 0);
}

/** The first 32 bits of an address in any of the ways of RFC 4291 2.2. */
function ipv6(address: string): number | undefined {
  const [, before = address, last = ''] = /^(.*:)([\d.]+\.[\d.]+)$/.exec(address) ?? [];
  const four = last === '' ? 0 : ipv4(last);
  if (four === undefined) return undefined;
  const whole =
    last === '' ? address : `${before}${(four >>> 16).toString(16)}:${(four & 0xffff).toString(16)}`;
  const [head = [], tail, ...more] = whole.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (more.length > 0 || (tail ? missing < 1 : missing !== 0)) return undefined;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...(tail ?? [])];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return Number.parseInt(`${groups[0]!.padStart(4, '0')}${groups[1]!.padStart(4, '0')}`, 16);
}
