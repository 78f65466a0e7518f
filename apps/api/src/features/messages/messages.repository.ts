import { Injectable } from '@nestjs/common';
import type { messages } from '@cueline/contracts';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import { messagesOfRecord } from './messages.sql.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

const include = { send: { select: { state: true } } };

@Injectable()
export class MessagesRepository {
  constructor(private readonly database: StudioDatabase) {}

  async list(studioId: string, { clientId, recordId, ...query }: messages.MessageQuery) {
    const { message } = this.database.of(studioId);
    const page = recordId
      ? { where: { id: { in: await this.#of(studioId, recordId, query) } } }
      : { where: clientId ? { clientId } : {}, ...pageArgs(query) };
    return known(
      query,
      message.findMany({ ...page, include, orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }] }),
      (id) => message.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  async #of(
    studioId: string,
    recordId: string,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<string[]> {
    const params = { studioId, recordId, cursor: cursor ?? null, limit: limit + 1 };
    return (await messagesOfRecord.rows(this.database.database.pool, params)).map(({ id }) => id);
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).message.findUnique({ where: { id }, include });
  }
}
