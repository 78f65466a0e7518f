/** Servers that the operator trusts, each as `host` or `host:port`: also inside the own network, and without encryption. */
export type HostList = ReadonlySet<string>;

const entry = /^(?:\[[\da-f:.]+\]|[a-z\d.-]+)(?::\d{1,5})?$/;

/** Reads the operator's list, parted by commas or spaces; undefined where it is none. */
export function parseHostList(text: string): HostList | undefined {
  const entries = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return entries.every((one) => entry.test(one)) ? new Set(entries) : undefined;
}

/** @param host an IPv6 address in brackets or without */
export function isListed(list: HostList, host: string, port: number): boolean {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host.toLowerCase();
  return list.has(name) || list.has(`${name}:${port}`);
}
