import { Injectable } from '@nestjs/common';
import type { clients } from '@cueline/contracts';
import { pageArgs } from '../../platform/cursor.js';
import { StudioDatabase } from '../../platform/studio-database.js';

@Injectable()
export class ClientsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, query: clients.ClientQuery) {
    const like = query.search ? { contains: query.search, mode: 'insensitive' as const } : undefined;
    const where = like
      ? { OR: [{ firstName: like }, { lastName: like }, { email: like }, { company: like }] }
      : {};
    return this.database
      .of(studioId)
      .client.findMany({ where: { archivedAt: null, ...where }, ...pageArgs(query) });
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).client.findUnique({ where: { id } });
  }

  create(studioId: string, brandId: string, data: clients.NewClient) {
    return this.database.of(studioId).client.create({ data: { ...data, studioId, brandId } });
  }

  update(studioId: string, id: string, data: clients.ClientPatch) {
    return this.database.of(studioId).client.update({ where: { id }, data });
  }
}
