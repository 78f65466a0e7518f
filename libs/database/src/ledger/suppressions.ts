import { addressKey, readableAddress } from '@cueline/workflows/locale';
import type { Queryable } from '../client/statement.js';
import type { SuppressionReason, SuppressionScope } from '../generated/client.js';
import type { SuppressedAddress } from './suppressed-address.js';
import * as sql from './suppressions.sql.js';

export interface SuppressionRequest {
  readonly address: string;
  readonly scope: SuppressionScope;
  readonly reason: SuppressionReason;
  readonly by?: string | null;
  readonly note?: string;
  readonly sendId?: string | null;
}

export interface AddedSuppression {
  readonly row: sql.SuppressionRow;
  /** It was not on the list for this reason. */
  readonly isNew: boolean;
  /** Clients who refuse marketing from now on: for each, `client.unsubscribed` has happened. */
  readonly clientIds: readonly string[];
}

const spellings = (address: string): readonly string[] => [
  ...new Set([address, readableAddress(address).toLowerCase()]),
];

/**
 * The addresses of a studio that get no mail, or no marketing mail. The list is what sending goes by; that a client has refused marketing follows from it, for
 * every client with the address, and is written here alone. Run in a transaction.
 */
export class Suppressions {
  constructor(
    private readonly on: Queryable,
    private readonly studioId: string,
  ) {}

  /** A bounce says nothing of what its reader wants. */
  async add({
    address,
    by = null,
    note = '',
    sendId = null,
    ...rest
  }: SuppressionRequest): Promise<AddedSuppression> {
    const { studioId } = this;
    const given = { address: addressKey(address), by, note, sendId, ...rest };
    const { isNew, ...row } = (await sql.addSuppression.first(this.on, { studioId, given }))!;
    const clients =
      row.reason === 'bounced'
        ? []
        : await sql.optOutClients.rows(this.on, { studioId, spellings: spellings(row.address) });
    return { row, isNew, clientIds: clients.map(({ id }) => id) };
  }

  find(id: string): Promise<sql.SuppressionRow | undefined> {
    return sql.findSuppression.first(this.on, { studioId: this.studioId, id });
  }

  /** What keeps mail from these addresses now, the widest first, by the spelling of the list. */
  async of(addresses: readonly string[]): Promise<ReadonlyMap<string, readonly sql.SuppressionRow[]>> {
    const keys = [...new Set(addresses.map(addressKey))];
    const rows =
      keys.length === 0
        ? []
        : await sql.suppressionsOf.rows(this.on, { studioId: this.studioId, addresses: keys });
    const found = new Map<string, sql.SuppressionRow[]>();
    for (const row of rows) found.set(row.address, [...(found.get(row.address) ?? []), row]);
    return found;
  }

  /** The same as data, for a rehearsal. */
  async among(addresses: readonly string[]): Promise<readonly SuppressedAddress[]> {
    const found = await this.of(addresses);
    return [...found.values()].flat().map(({ address, scope, reason, createdAt, addedBy }) => ({
      ...{ address, scope, reason },
      since: createdAt.toISOString().slice(0, 10),
      by: addedBy,
    }));
  }

  /** @returns what was removed; undefined when it was not on the list any more */
  async remove(id: string, by: string | null): Promise<sql.SuppressionRow | undefined> {
    const { studioId } = this;
    const row = await sql.removeSuppression.first(this.on, { studioId, id, by });
    if (row && row.reason !== 'bounced')
      await sql.optInClients.run(this.on, {
        studioId,
        address: row.address,
        spellings: spellings(row.address),
      });
    return row;
  }

  /**
   * The readers of an address accept marketing again, as far as that is all that they, or the studio, refused.
   * @returns what keeps mail from them nevertheless
   */
  async allowMarketing(address: string, by: string): Promise<sql.SuppressionRow | undefined> {
    const rows = (await this.of([address])).get(addressKey(address)) ?? [];
    const lifted = (row: sql.SuppressionRow) => row.scope === 'marketing' && row.reason !== 'complained';
    for (const row of rows.filter(lifted)) await this.remove(row.id, by);
    return rows.find((row) => row.reason !== 'bounced' && !lifted(row));
  }
}
