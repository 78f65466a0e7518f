import { asciiDomain } from '@cueline/workflows/locale';
import { europe } from './europe.js';
import type { Provider } from './provider.js';
import { worldwide } from './worldwide.js';

export const providers: readonly Provider[] = [...worldwide, ...europe];

const byDomain = new Map(providers.flatMap((one) => one.domains.map((domain) => [domain, one] as const)));

/** The domains of addresses that a table entry knows: what a mistyped one is compared with. */
export const knownDomains: readonly string[] = [...byDomain.keys()];

const hosts = {
  smtp: providers.flatMap((one) => one.smtp.map(({ host }) => host)).filter((host) => host !== '{mx}'),
  imap: providers.flatMap((one) => (one.imap ? [one.imap.host] : [])).filter((host) => host !== '{mx}'),
};
/** The servers that mail is submitted to, or read at. */
export const hostsOf = (protocol: 'smtp' | 'imap'): readonly string[] => [...new Set(hosts[protocol])];

export const providerOfDomain = (domain: string): Provider | undefined => byDomain.get(domain.toLowerCase());

export const providerOfAddress = (address: string): Provider | undefined =>
  providerOfDomain(asciiDomain(address.slice(address.lastIndexOf('@') + 1)));

/** @param exchange the name of a mail exchanger; the longest end that fits decides */
export function providerOfExchange(exchange: string): Provider | undefined {
  const name = `.${exchange.toLowerCase().replace(/\.$/, '')}`;
  let best: { readonly provider: Provider; readonly length: number } | undefined;
  for (const provider of providers)
    for (const end of provider.mx)
      if (name.endsWith(end) && end.length > (best?.length ?? 0)) best = { provider, length: end.length };
  return best?.provider;
}

/** By the host that a person typed. */
export const providerOfHost = (host: string): Provider | undefined =>
  providers.find((one) => [...one.smtp, ...(one.imap ? [one.imap] : [])].some((at) => at.host === host)) ??
  providerOfExchange(host);
