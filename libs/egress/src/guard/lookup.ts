import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '../public-address.js';
import { AddressRefused } from './address-refused.js';

/** As `dns.lookup` with `all`. */
export type Lookup = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

export const everyAddress: Lookup = (host, done) => systemLookup(host, { all: true }, done);

/**
 * For `net.connect` and `tls.connect`: the addresses that were looked at are the ones that are connected to. All addresses of a name must be
 * public: one inside among them is an attempt.
 */
export const onlyPublic =
  (lookup: Lookup): LookupFunction =>
  (host, { all, family }, done) =>
    lookup(host, (error, found) => {
      const inside = error ? undefined : found.find(({ address }) => !isPublicAddress(address));
      if (error ?? inside) return done(error ?? new AddressRefused(inside!.address), '', 4);
      const fitting = family === 4 || family === 6 ? found.filter((one) => one.family === family) : found;
      const [first] = fitting;
      if (!first)
        return done(Object.assign(new Error(`${host} has no address.`), { code: 'ENOTFOUND' }), '', 4);
      return all ? done(null, fitting) : done(null, first.address, first.family);
    });
