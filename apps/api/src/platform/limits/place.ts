import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom a client's address stands for when attempts are counted: an IPv4 address, or the /64 that one IPv6 household has (RFC 6177).
 * @param ip of the connection, or as a trusted proxy said
 */
export function placeOf(ip: string): string {
  const bare = /^\[?([^\]]*?)\]?(?::\d+)?$/.exec(ip);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  const v4 = [ip, mapped, bare?.[1]].find((one) => one !== undefined && isIPv4(one));
  if (v4) return v4;
  const v6 = [ip, bare?.[1]].find((one) => one !== undefined && isIPv6(one));
  return v6 ? networkOf(v6) : 'unknown';
}

/** The first four groups, written in one way. */
function networkOf(ip: string): string {
  const [head = '', tail] = ip.split('%')[0]!.toLowerCase().split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const [first, last] = [groups(head), groups(tail)];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const all = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Addresses and networks (CIDR) whose X-Forwarded-For is believed. @throws Error naming the entry that is none */
export function readProxies(text: string): string[] {
  const entries = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => entry.trim());
  for (const entry of entries) {
    const [address = '', bits, ...more] = entry.split('/');
    const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
    const most = family === 'ipv4' ? 32 : 128;
    const fits =
      family && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
    if (!fits)
      throw new Error(
        `"${entry}" is no address or network: give such as 10.0.0.7 or 10.0.0.0/8, with commas between`,
      );
  }
  return entries;
}
