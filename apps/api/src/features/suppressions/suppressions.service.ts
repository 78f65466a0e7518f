import { Injectable } from '@nestjs/common';
import type { suppressions } from '@cueline/contracts';
import { addressKey } from '@cueline/workflows/locale';
import type { Caller } from '../../platform/auth/caller.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { SuppressionsRepository } from './suppressions.repository.js';
import type { SuppressionViewRow } from './suppressions.sql.js';

/** What keeps mail from an address of a page of records. */
export type SuppressedOf = (email: string | null) => suppressions.Suppressed;

/** A record with an address. */
interface Addressed {
  readonly id: string;
  readonly email: string | null;
}

@Injectable()
export class SuppressionsService {
  constructor(private readonly repository: SuppressionsRepository) {}

  async list(studioId: string, query: suppressions.SuppressionQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async add({ studioId, by }: Caller, body: suppressions.NewSuppression) {
    return this.get(studioId, await this.repository.add(studioId, by.name, body));
  }

  async get(studioId: string, id: string): Promise<suppressions.SuppressionView> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('entry of the Don’t-email list');
    return view(row);
  }

  /** Twice is once. @throws ProblemError where the reader complained and the caller does not say that this is known */
  async remove(
    { studioId, by }: Caller,
    id: string,
    { acknowledgeComplaint }: suppressions.SuppressionRemoval,
  ): Promise<suppressions.SuppressionView> {
    const { reason, address, removedAt } = await this.get(studioId, id);
    if (reason === 'complained' && removedAt === null && !acknowledgeComplaint) throw complained(address);
    await this.repository.remove(studioId, id, by.name);
    return this.get(studioId, id);
  }

  /** A page of records, each seen with what keeps mail from its address. */
  async page<Row extends Addressed, View>(
    studioId: string,
    rows: Row[],
    limit: number,
    see: (row: Row, suppressedOf: SuppressedOf) => View,
  ) {
    const emails = rows.map(({ email }) => email);
    const suppressedOf = await this.suppressedOf(studioId, emails);
    return pageOf(rows, limit, (row) => see(row, suppressedOf));
  }

  /** One record, seen in the same way. */
  async one<Row extends Addressed, View>(
    studioId: string,
    row: Row,
    see: (row: Row, suppressedOf: SuppressedOf) => View,
  ): Promise<View> {
    return see(row, await this.suppressedOf(studioId, [row.email]));
  }

  /** For records with these addresses: what keeps mail from each, the widest first. */
  async suppressedOf(studioId: string, emails: readonly (string | null)[]): Promise<SuppressedOf> {
    const found = await this.repository.of(
      studioId,
      emails.filter((email) => email !== null),
    );
    return (email) => {
      const [row] = (email !== null && found.get(addressKey(email))) || [];
      return row ? { scope: row.scope, reason: row.reason, since: row.createdAt.toISOString() } : null;
    };
  }
}

const complained = (address: string) =>
  new ProblemError('suppression.complained', {
    en: `${address} reported an email as spam. More email there harms the delivery of all your email. To remove the entry all the same, say "acknowledgeComplaint": true.`,
    de: `${address} hat eine E-Mail als Spam gemeldet. Weitere E-Mails dorthin schaden der Zustellung aller deiner E-Mails. Um den Eintrag trotzdem zu entfernen, sende "acknowledgeComplaint": true.`,
  });

const view = ({ createdAt, removedAt, ...row }: SuppressionViewRow): suppressions.SuppressionView => ({
  ...row,
  createdAt: createdAt.toISOString(),
  removedAt: removedAt?.toISOString() ?? null,
});
