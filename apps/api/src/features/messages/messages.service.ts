import { Injectable } from '@nestjs/common';
import type { messages } from '@cueline/contracts';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { MessagesRepository } from './messages.repository.js';

type Row = NonNullable<Awaited<ReturnType<MessagesRepository['find']>>>;

@Injectable()
export class MessagesService {
  constructor(private readonly repository: MessagesRepository) {}

  async list(studioId: string, query: messages.MessageQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string): Promise<messages.MessageDetail> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('message');
    return { ...view(row), text: row.text, html: row.html, messageId: row.messageId };
  }
}

const view = (row: Row): messages.MessageView => ({
  id: row.id,
  direction: row.direction,
  from: row.fromAddress,
  to: row.toAddresses,
  subject: row.subject,
  clientId: row.clientId,
  sendId: row.sendId,
  state: row.send?.state ?? null,
  occurredAt: row.occurredAt.toISOString(),
});
