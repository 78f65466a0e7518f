import type { Network } from '../network/network.js';

/** A check of SPF looks up ten names at most (RFC 7208 4.6.4). */
const MOST_LOOKUPS = 10;

export interface SpfReading {
  readonly records: readonly string[];
  /** Every domain whose record counts: by include or redirect, at whatever depth. */
  readonly includes: ReadonlySet<string>;
  readonly lookups: number;
  /** The first record lets anybody send. */
  readonly allowsAll: boolean;
}

const isSpf = (record: string): boolean => /^v=spf1(?:\s|$)/i.test(record);
const termsOf = (record: string): readonly string[] => record.trim().split(/\s+/).slice(1, 60);

/** @throws when the name servers do not answer for the domain itself */
export async function readSpf(network: Network, domain: string): Promise<SpfReading> {
  const records = (await network.txt(domain)).filter(isSpf);
  const includes = new Set<string>();
  let lookups = 0;
  const follow = async (record: string): Promise<void> => {
    for (const term of termsOf(record)) {
      if (/^[-+?~]?(?:a|mx|ptr|exists)(?:[:/]|$)/i.test(term)) lookups++;
      const target = /^(?:[-+?~]?include:|redirect=)(\S+)$/i.exec(term)?.[1]?.toLowerCase();
      if (!target) continue;
      lookups++;
      if (includes.has(target) || lookups > MOST_LOOKUPS) continue;
      includes.add(target);
      const next = (await network.txt(target).catch(() => [])).find(isSpf);
      if (next) await follow(next);
    }
  };
  if (records[0]) await follow(records[0]);
  const allowsAll = records.some((record) => termsOf(record).some((term) => /^\+?all$/i.test(term)));
  return { records, includes, lookups, allowsAll };
}

export const hasTooManyLookups = ({ lookups }: SpfReading): boolean => lookups > MOST_LOOKUPS;

/** The record with one more sender, put before what decides about the rest. */
export function withInclude(record: string | undefined, target: string): string {
  if (!record) return `v=spf1 include:${target} ~all`;
  const terms = record.trim().split(/\s+/);
  const end = terms.findIndex((term) => /^(?:[-+?~]?all|redirect=.*)$/i.test(term));
  terms.splice(end < 0 ? terms.length : end, 0, `include:${target}`);
  return terms.join(' ');
}
