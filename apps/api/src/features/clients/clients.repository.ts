import { Injectable } from '@nestjs/common';
import type { clients } from '@cueline/contracts';
import type { Client } from '@cueline/database';
import { foldText } from '@cueline/workflows/locale';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { searchIn } from '../../platform/paging/search.js';
import { addManually, allowMarketing } from '../suppressions/suppressions.repository.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

type ClientData = Omit<clients.ClientPatch, 'archived' | 'marketingOptOut'> &
  Pick<Client, 'archivedAt' | 'marketingOptOutAt'>;

@Injectable()
export class ClientsRepository {
  constructor(private readonly database: StudioDatabase) {}

  async list(studioId: string, { search, tag, archived, ...query }: clients.ClientQuery) {
    const where = searchIn(search, ['firstName', 'lastName', 'email', 'company']);
    const tags = tag ? { hasSome: await this.#spellings(studioId, tag) } : undefined;
    const archivedAt = archived === 'true' ? { not: null } : null;
    const { client } = this.database.of(studioId);
    return known(
      query,
      client.findMany({ where: { archivedAt, tags, ...where }, ...pageArgs(query) }),
      (id) => client.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  /** How a tag is written on clients of the studio: what a condition takes for the same is found. */
  async #spellings(studioId: string, tag: string): Promise<string[]> {
    const known = await this.database.of(studioId).clientTag.findMany({ select: { tag: true } });
    const wanted = foldText(tag);
    return known.flatMap((one) => (foldText(one.tag) === wanted ? [one.tag] : []));
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).client.findUnique({ where: { id } });
  }

  create(studioId: string, brandId: string, data: clients.NewClient) {
    return this.database.change(studioId, (tx) => tx.client.create({ data: { ...data, studioId, brandId } }));
  }

  /** A client who now refuses marketing mail is an event, and the address is on the list. @returns null when there is no such client */
  update(studioId: string, id: string, by: string, decide: (before: Client) => ClientData) {
    return this.database.change(studioId, async (tx, emit) => {
      await lockRecord(tx, 'clients', studioId, id);
      const before = await tx.client.findUnique({ where: { id } });
      if (!before) return null;
      const data = decide(before);
      const address = data.email === undefined ? before.email : data.email;
      if (data.marketingOptOutAt && !before.marketingOptOutAt) {
        if (address) await addManually(tx, emit, studioId, { address, scope: 'marketing', note: '', by });
        else emit({ type: 'client.unsubscribed', subjectType: 'client', subjectId: id });
      } else if (before.marketingOptOutAt && !data.marketingOptOutAt && address)
        await allowMarketing(tx, studioId, address, by);
      return tx.client.update({ where: { id }, data });
    });
  }
}
