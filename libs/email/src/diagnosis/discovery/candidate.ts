import { endpointKey, type Endpoint } from '../endpoint.js';

/** Where settings were found, the most trustworthy first. */
export const sources = ['table', 'mx', 'srv', 'autoconfig', 'guess'] as const;
export type Source = (typeof sources)[number];

export interface Candidate extends Endpoint {
  readonly source: Source;
  /** As the server wants it; the address where nothing else was said. */
  readonly user: string;
}

export interface Candidates {
  readonly smtp: readonly Candidate[];
  readonly imap: readonly Candidate[];
}

/** Each endpoint once, by the best source that named it; the order within a source is kept. */
export function ranked(found: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...found].sort((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source));
  const seen = new Set<string>();
  return sorted.filter((one) => {
    const key = endpointKey(one);
    return seen.has(key) ? false : seen.add(key);
  });
}
