import { Injectable } from '@nestjs/common';
import type { clients } from '@cueline/contracts';
import type { Client } from '@cueline/database';
import { pageArgs } from '../../platform/cursor.js';
import { StudioDatabase } from '../../platform/studio-database.js';

type ClientData = Omit<clients.ClientPatch, 'archived' | 'marketingOptOut'> &
  Pick<Client, 'archivedAt' | 'marketingOptOutAt'>;

@Injectable()
export class ClientsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { search, tag, archived, ...query }: clients.ClientQuery) {
    const like = search ? { contains: search, mode: 'insensitive' as const } : undefined;
    const where = like
      ? { OR: [{ firstName: like }, { lastName: like }, { email: like }, { company: like }] }
      : {};
    const tags = tag ? { has: tag } : undefined;
    const archivedAt = archived === 'true' ? { not: null } : null;
    return this.database
      .of(studioId)
      .client.findMany({ where: { archivedAt, tags, ...where }, ...pageArgs(query) });
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).client.findUnique({ where: { id } });
  }

  create(studioId: string, brandId: string, data: clients.NewClient) {
    return this.database.of(studioId).client.create({ data: { ...data, studioId, brandId } });
  }

  update(studioId: string, id: string, data: ClientData) {
    return this.database.of(studioId).client.update({ where: { id }, data });
  }
}
