import { Injectable } from '@nestjs/common';
import type { messages } from '@cueline/contracts';
import { pageArgs } from '../../platform/cursor.js';
import { StudioDatabase } from '../../platform/studio-database.js';

const include = { send: { select: { state: true } } };

@Injectable()
export class MessagesRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { clientId, ...query }: messages.MessageQuery) {
    return this.database
      .of(studioId)
      .message.findMany({ where: clientId ? { clientId } : {}, include, ...pageArgs(query) });
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).message.findUnique({ where: { id }, include });
  }
}
