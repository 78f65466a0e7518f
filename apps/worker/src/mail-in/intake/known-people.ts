import { correspondence, type Queryable } from '@cueline/database';
import { ownDomain, plainKey, type KnownPerson } from '@cueline/email/incoming';
import { addressKey, readableAddress } from '@cueline/workflows/locale';

/** Who of a studio's records has one of these addresses, or one that is as good. */
export async function knownPeople(
  on: Queryable,
  studioId: string,
  keys: readonly string[],
): Promise<readonly KnownPerson[]> {
  const all = [...new Set([...keys, ...keys.map(plainKey)])];
  if (all.length === 0) return [];
  const spellings = [...new Set(all.flatMap((key) => [key, readableAddress(key).toLowerCase()]))];
  const domains = [...new Set(keys.map(ownDomain).filter((domain) => domain !== null))];
  const rows = await correspondence.peopleByAddress.rows(on, { studioId, spellings, domains });
  return rows.map(({ type, id, address, open }) => ({ type, id, key: addressKey(address), open }));
}

/** The studio's own addresses: those that its mail comes to and leaves from, and those of its members. */
export interface OwnAddresses {
  readonly ours: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

export async function ownAddresses(on: Queryable, studioId: string): Promise<OwnAddresses> {
  const rows = await correspondence.ownAddresses.rows(on, { studioId });
  return {
    ours: new Set(rows.filter(({ kind }) => kind === 'ours').map(({ address }) => addressKey(address))),
    all: new Set(rows.map(({ address }) => addressKey(address))),
  };
}
