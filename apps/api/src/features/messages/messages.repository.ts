import { Injectable } from '@nestjs/common';
import type { messages } from '@cueline/contracts';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

const include = { send: { select: { state: true } } };

@Injectable()
export class MessagesRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { clientId, ...query }: messages.MessageQuery) {
    const { message } = this.database.of(studioId);
    return known(
      query,
      message.findMany({
        where: clientId ? { clientId } : {},
        include,
        ...pageArgs(query),
        orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
      }),
      (id) => message.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).message.findUnique({ where: { id }, include });
  }
}
