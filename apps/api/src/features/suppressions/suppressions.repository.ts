import { Injectable } from '@nestjs/common';
import type { suppressions } from '@cueline/contracts';
import { onPrisma, Suppressions, type SuppressionRow } from '@cueline/database';
import { badCursor } from '../../platform/paging/cursor.js';
import { ProblemError } from '../../platform/problems/problem-error.js';
import { StudioDatabase, type Emit, type Transaction } from '../../platform/database/studio-database.js';
import { listSuppressions, viewSuppression, type SuppressionViewRow } from './suppressions.sql.js';

@Injectable()
export class SuppressionsRepository {
  constructor(private readonly database: StudioDatabase) {}

  async list(
    studioId: string,
    { reason, search, removed, cursor, limit }: suppressions.SuppressionQuery,
  ): Promise<SuppressionViewRow[]> {
    const rows = await listSuppressions.rows(this.#pool, {
      studioId,
      reason: reason ?? null,
      search: search ?? null,
      removed: removed === 'true',
      cursor: cursor ?? null,
      limit: limit + 1,
    });
    if (rows.length === 0 && cursor && !(await this.find(studioId, cursor))) throw badCursor();
    return rows;
  }

  find(studioId: string, id: string): Promise<SuppressionViewRow | undefined> {
    return viewSuppression.first(this.#pool, { studioId, id });
  }

  of(studioId: string, addresses: readonly string[]) {
    return new Suppressions(this.#pool, studioId).of(addresses);
  }

  /** @returns its id */
  add(studioId: string, by: string, { address, scope, note }: suppressions.NewSuppression): Promise<string> {
    return this.database.change(studioId, (tx, emit) =>
      addManually(tx, emit, studioId, { address, scope, note, by }),
    );
  }

  remove(studioId: string, id: string, by: string): Promise<SuppressionRow | undefined> {
    return this.database.change(studioId, (tx) => new Suppressions(onPrisma(tx), studioId).remove(id, by));
  }

  get #pool() {
    return this.database.database.pool;
  }
}

/** What somebody of the studio says of an address; clients with it who now refuse marketing are events. @returns its id */
export async function addManually(
  tx: Transaction,
  emit: Emit,
  studioId: string,
  request: suppressions.NewSuppression & { readonly by: string },
): Promise<string> {
  const list = new Suppressions(onPrisma(tx), studioId);
  const { row, clientIds } = await list.add({ ...request, reason: 'manual' });
  for (const id of clientIds) emit({ type: 'client.unsubscribed', subjectType: 'client', subjectId: id });
  return row.id;
}

/** @throws ProblemError where more than marketing is kept from the address, or its reader complained: that is decided on the list */
export async function allowMarketing(
  tx: Transaction,
  studioId: string,
  address: string,
  by: string,
): Promise<void> {
  const kept = await new Suppressions(onPrisma(tx), studioId).allowMarketing(address, by);
  if (kept)
    throw new ProblemError('suppression.listed', {
      en: `${kept.address} is on the Don’t-email list. Remove it there first.`,
      de: `${kept.address} steht auf der Sperrliste. Entferne die Adresse zuerst dort.`,
    });
}
