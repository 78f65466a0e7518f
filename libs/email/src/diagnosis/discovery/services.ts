import { onStartTls, onTls, type Endpoint } from '../endpoint.js';
import type { Network } from '../network/network.js';

interface Service {
  readonly record: string;
  readonly kind: 'smtp' | 'imap';
  readonly endpoint: (host: string, port: number) => Endpoint;
}

/** RFC 6186 3, and RFC 8314 5.1 for submission that begins encrypted. */
const services: readonly Service[] = [
  { record: '_submissions._tcp', kind: 'smtp', endpoint: onTls },
  { record: '_submission._tcp', kind: 'smtp', endpoint: onStartTls },
  { record: '_imaps._tcp', kind: 'imap', endpoint: onTls },
  { record: '_imap._tcp', kind: 'imap', endpoint: onStartTls },
];

export interface NamedServers {
  readonly smtp: readonly Endpoint[];
  readonly imap: readonly Endpoint[];
}

/** What the domain itself names as its servers. A target of "." says that there is none (RFC 2782). */
export async function namedServers(network: Network, domain: string): Promise<NamedServers> {
  const found = await Promise.all(
    services.map(async ({ record, kind, endpoint }) => {
      const targets = await network.srv(`${record}.${domain}`);
      return [...targets]
        .sort((a, b) => a.priority - b.priority)
        .filter(({ name }) => name !== '' && name !== '.')
        .map(({ name, port }) => ({ kind, at: endpoint(name.replace(/\.$/, '').toLowerCase(), port) }));
    }),
  );
  const of = (kind: Service['kind']) => found.flat().flatMap((one) => (one.kind === kind ? [one.at] : []));
  return { smtp: of('smtp'), imap: of('imap') };
}
