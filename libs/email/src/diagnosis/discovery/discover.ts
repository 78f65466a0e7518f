import { asciiDomain } from '@cueline/workflows/locale';
import { imapOf, bothPorts, type Provider } from '../providers/provider.js';
import { knownDomains, providerOfDomain, providerOfExchange } from '../providers/find-provider.js';
import type { Endpoint } from '../endpoint.js';
import type { Network } from '../network/network.js';
import { nearest } from '../../templates/language/names.js';
import { autoconfigUrls, readAutoconfig } from './autoconfig.js';
import { ranked, type Candidate, type Candidates, type Source } from './candidate.js';
import { namedServers } from './services.js';

const EACH_MS = 5_000;
/** Names that hosts of small domains usually have. */
const usualNames = { smtp: ['smtp', 'mail'], imap: ['imap', 'mail'] } as const;

export interface Discovery extends Candidates {
  readonly address: string;
  readonly provider: Provider | undefined;
  /** An address that was probably meant, where the domain is a slip of the pen away from a large provider's and takes no mail itself. */
  readonly didYouMean: string | undefined;
  /** Whether the domain takes mail at all: no exchanger and no address means that nobody can answer. */
  readonly takesMail: boolean;
}

type Found = { readonly [K in keyof Candidates]: readonly Candidate[] } & { readonly provider?: Provider };
const none: Found = { smtp: [], imap: [] };

/**
 * Finds how an address sends and receives: all ways at once, each with its own limit, so that one silent server keeps nobody waiting.
 * @param address as `parseAddress` gives it
 */
export async function discover(network: Network, address: string, signal: AbortSignal): Promise<Discovery> {
  const domain = asciiDomain(address.slice(address.lastIndexOf('@') + 1));
  const known = providerOfDomain(domain);
  if (known)
    return {
      address,
      provider: known,
      didYouMean: undefined,
      takesMail: true,
      ...fromTable(known, address, 'table'),
    };
  const within = AbortSignal.any([signal, AbortSignal.timeout(EACH_MS)]);
  const exchangers = bounded(network.mx(domain), within, undefined);
  const [mx, ...found] = await Promise.all([
    exchangers,
    exchangers.then((all) => fromExchangers(all ?? [], address)),
    bounded(fromServices(network, domain, address), within, none),
    ...autoconfigUrls(domain).map((url) =>
      bounded(fromAutoconfig(network, url, address, within), within, none),
    ),
    bounded(fromGuesses(network, domain, address), within, none),
  ]);
  signal.throwIfAborted();
  const provider = found.find((one) => one.provider)?.provider;
  const takesMail = mx === undefined || mx.some(({ exchange }) => exchange !== '' && exchange !== '.');
  const near = takesMail ? undefined : nearest(domain, knownDomains);
  return {
    address,
    provider,
    didYouMean: near && `${address.slice(0, address.lastIndexOf('@'))}@${near}`,
    takesMail,
    smtp: ranked(found.flatMap(({ smtp }) => smtp)),
    imap: ranked(found.flatMap(({ imap }) => imap)),
  };
}

const candidates = (at: readonly Endpoint[], source: Source, user: string): readonly Candidate[] =>
  at.map((one) => ({ ...one, source, user }));

function fromTable(provider: Provider, address: string, source: Source, exchange = ''): Candidates {
  const real = (at: Endpoint): Endpoint => ({ ...at, host: at.host.replace('{mx}', exchange) });
  return {
    smtp: candidates(provider.smtp.map(real), source, address),
    imap: candidates(provider.imap ? [real(provider.imap)] : [], source, address),
  };
}

function fromExchangers(all: readonly { exchange: string; priority: number }[], address: string): Found {
  for (const { exchange } of [...all].sort((a, b) => a.priority - b.priority)) {
    const name = exchange.toLowerCase().replace(/\.$/, '');
    const provider = providerOfExchange(name);
    if (provider) return { provider, ...fromTable(provider, address, 'mx', name) };
  }
  return none;
}

async function fromServices(network: Network, domain: string, address: string): Promise<Found> {
  const { smtp, imap } = await namedServers(network, domain);
  return { smtp: candidates(smtp, 'srv', address), imap: candidates(imap, 'srv', address) };
}

async function fromAutoconfig(
  network: Network,
  url: URL,
  address: string,
  signal: AbortSignal,
): Promise<Found> {
  const xml = await network.fetchText(url, signal);
  const read = xml === undefined ? undefined : readAutoconfig(xml, address);
  if (!read) return none;
  const given = (servers: typeof read.smtp) =>
    servers.map((one): Candidate => ({ ...one, source: 'autoconfig' }));
  return { smtp: given(read.smtp), imap: given(read.imap) };
}

/** Names that exist. Whether a mail server answers there is for the test to say. */
async function fromGuesses(network: Network, domain: string, address: string): Promise<Found> {
  const existing = async (name: string) => {
    const host = `${name}.${domain}`;
    const found = await network.addresses(host).catch(() => []);
    return found.length > 0 ? [host] : [];
  };
  const hosts = (names: readonly string[]) => Promise.all(names.map(existing)).then((all) => all.flat());
  const [smtp, imap] = await Promise.all([hosts(usualNames.smtp), hosts(usualNames.imap)]);
  return {
    smtp: candidates(smtp.flatMap(bothPorts), 'guess', address),
    imap: candidates(imap.map(imapOf), 'guess', address),
  };
}

/** What has not come in time, or failed, is `otherwise`: one source less. */
function bounded<T>(work: Promise<T>, signal: AbortSignal, otherwise: T): Promise<T> {
  return new Promise((resolve) => {
    const stop = () => resolve(otherwise);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, stop).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
  });
}
