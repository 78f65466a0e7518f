import { inEach, type Texts } from '@cueline/workflows/language';
import type { Network } from '../network/network.js';
import type { Provider } from '../providers/provider.js';
import { providerOfDomain } from '../providers/find-provider.js';
import { domainTexts, type DomainText } from './domain-texts.js';
import { commonSelectors, sendingRecords } from './sending-records.js';
import { hasTooManyLookups, readSpf, withInclude } from './spf.js';

export interface DomainRecord {
  readonly type: 'TXT';
  readonly name: string;
  readonly value: string;
}

export interface DomainFinding {
  readonly check: 'spf' | 'dkim' | 'dmarc';
  /** `unknown`: the name servers did not answer, or only the provider can tell. */
  readonly state: 'ok' | 'missing' | 'wrong' | 'unknown';
  readonly message: Texts;
  /** What is published now. */
  readonly found: string | null;
  /** What to publish: instead of `found`, where there is something. */
  readonly add: DomainRecord | null;
}

export interface DomainCheck {
  readonly domain: string;
  /** False for a provider's own domain, whose records are the provider's to keep. */
  readonly isOwn: boolean;
  readonly findings: readonly DomainFinding[];
}

/** Whether a domain says of itself that this provider sends for it (RFC 7208, 6376, 7489). */
export async function checkDomain(
  network: Network,
  domain: string,
  provider: Provider | undefined,
): Promise<DomainCheck> {
  if (providerOfDomain(domain)) return { domain, isOwn: false, findings: [] };
  const findings = await Promise.all([
    orUnknown('spf', checkSpf(network, domain, provider)),
    orUnknown('dkim', checkDkim(network, domain, provider)),
    orUnknown('dmarc', checkDmarc(network, domain)),
  ]);
  return { domain, isOwn: true, findings };
}

type Check = DomainFinding['check'];

const finding = (
  check: Check,
  state: DomainFinding['state'],
  text: DomainText,
  {
    found = null,
    add = null,
    name = '',
  }: { found?: string | null; add?: DomainRecord | null; name?: string } = {},
): DomainFinding => ({
  ...{ check, state, found, add },
  message: inEach((language) => domainTexts[language][text](name)),
});

async function orUnknown(check: Check, work: Promise<DomainFinding>): Promise<DomainFinding> {
  try {
    return await work;
  } catch {
    return finding(check, 'unknown', 'noAnswer');
  }
}

async function checkSpf(
  network: Network,
  domain: string,
  provider: Provider | undefined,
): Promise<DomainFinding> {
  const reading = await readSpf(network, domain);
  const [found = null, ...more] = reading.records;
  const target = provider && sendingRecords[provider.id]?.spf;
  const name = provider?.name ?? '';
  const add = (value: string): DomainRecord => ({ type: 'TXT', name: domain, value });
  if (more.length > 0) return finding('spf', 'wrong', 'spfSeveral', { found });
  if (found && reading.allowsAll) return finding('spf', 'wrong', 'spfAllowsAll', { found });
  if (found && hasTooManyLookups(reading)) return finding('spf', 'wrong', 'spfTooLong', { found });
  if (!target)
    return finding('spf', found ? 'ok' : 'missing', found ? 'spfPresent' : 'spfMissing', { found });
  if (reading.includes.has(target)) return finding('spf', 'ok', 'spfNames', { found, name });
  return finding('spf', found ? 'wrong' : 'missing', found ? 'spfLacks' : 'spfMissingFor', {
    ...{ found, name, add: add(withInclude(found ?? undefined, target)) },
  });
}

/** Selectors cannot be listed: the provider's own and the usual ones are tried. */
async function checkDkim(
  network: Network,
  domain: string,
  provider: Provider | undefined,
): Promise<DomainFinding> {
  const own = (provider && sendingRecords[provider.id]?.dkim) ?? [];
  const selectors = [...new Set([...own, ...commonSelectors])];
  const keys = await Promise.all(
    selectors.map(async (selector) => {
      const records = await network.txt(`${selector}._domainkey.${domain}`);
      const key = records.find((record) => /(?:^|;)\s*p=\s*[A-Za-z0-9+/]/.test(record));
      return key ? { selector, key } : undefined;
    }),
  );
  const found = keys.find(Boolean);
  const name = provider?.name ?? '';
  if (found) return finding('dkim', 'ok', 'dkimPresent', { found: found.key, name: found.selector });
  // Where the selectors are not known, silence proves nothing.
  return own.length > 0
    ? finding('dkim', 'missing', 'dkimMissing', { name })
    : finding('dkim', 'unknown', 'dkimUnknown');
}

/** The nearest policy on the way up to the ending, as receivers look for it. */
async function checkDmarc(network: Network, domain: string): Promise<DomainFinding> {
  const labels = domain.split('.');
  for (let at = 0; at < labels.length - 1 && at < 5; at++) {
    const name = labels.slice(at).join('.');
    const records = (await network.txt(`_dmarc.${name}`)).filter((one) => /^v=DMARC1\b/i.test(one));
    const [found] = records;
    if (!found) continue;
    if (records.length > 1 || !/;\s*p\s*=\s*(?:none|quarantine|reject)\b/i.test(found))
      return finding('dmarc', 'wrong', 'dmarcWrong', { found, add: policy(domain) });
    return finding('dmarc', 'ok', 'dmarcPresent', { found });
  }
  return finding('dmarc', 'missing', 'dmarcMissing', { add: policy(domain) });
}

const policy = (domain: string): DomainRecord => ({
  ...{ type: 'TXT', name: `_dmarc.${domain}`, value: 'v=DMARC1; p=none' },
});
