import { Injectable } from '@nestjs/common';
import type { threads } from '@cueline/contracts';
import { describeReason } from '@cueline/workflows';
import type { Caller } from '../../platform/auth/caller.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { ClientsService } from '../clients/clients.service.js';
import { messageView } from './message-view.js';
import { ThreadArranging } from './thread-arranging.js';
import { ThreadsRepository } from './threads.repository.js';
import type { ThreadRow } from './threads.sql.js';

/** Conversations: what is listed of them, what is in them, and what people say about them. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly repository: ThreadsRepository,
    private readonly clients: ClientsService,
    private readonly arranging: ThreadArranging,
  ) {}

  async list(studioId: string, query: threads.ThreadQuery) {
    const rows = await this.repository.list(studioId, query);
    const known = await this.#known(studioId, rows);
    return pageOf(rows, query.limit, (row) => view(row, known));
  }

  counts(studioId: string): Promise<threads.ThreadCounts> {
    return this.repository.counts(studioId);
  }

  async get(studioId: string, id: string): Promise<threads.ThreadDetail> {
    const row = await this.repository.find(studioId, id);
    const [known, messages] = await Promise.all([
      this.#known(studioId, [row]),
      this.repository.messages(studioId, id),
    ]);
    const language = replyLanguage();
    return {
      ...view(row, known),
      items: messages.map((message) => messageView(message, (reason) => describeReason(reason, language))),
      newContact: row.newContact || null,
      related: row.relatedId ? { id: row.relatedId, subject: row.relatedSubject ?? '' } : null,
      mergedInto: row.mergedInto,
    };
  }

  async link({ studioId, by }: Caller, id: string, { record }: { readonly record: threads.RecordRef }) {
    await this.repository.link(studioId, id, record, by.name);
    return this.get(studioId, id);
  }

  async unlink({ studioId, by }: Caller, id: string, recordId: string) {
    await this.repository.unlink(studioId, id, recordId, by.name);
    return this.get(studioId, id);
  }

  /** The answer to what is asked about a thread holds for the mails that come, too. */
  async answer({ studioId, by }: Caller, id: string, record: threads.RecordRef | null) {
    if (record) await this.repository.link(studioId, id, record, by.name);
    else await this.repository.closeQuestion(studioId, id);
    return this.get(studioId, id);
  }

  async merge(studioId: string, id: string, into: string) {
    await this.arranging.merge(studioId, id, into);
    return this.get(studioId, into);
  }

  async split(studioId: string, id: string, messageId: string) {
    return this.get(studioId, await this.arranging.split(studioId, id, messageId));
  }

  /** The other person becomes a client, to whom the thread belongs; or stays nobody. */
  async contact({ studioId, by }: Caller, id: string, answer: threads.ContactAnswer) {
    await this.repository.find(studioId, id);
    if (answer.accept) {
      const { firstName, lastName, email } = answer;
      const client = await this.clients.create(studioId, { firstName, lastName, email });
      await this.repository.link(studioId, id, { type: 'client', id: client.id }, by.name);
    }
    await this.repository.closeContact(studioId, id);
    return this.get(studioId, id);
  }

  /** What rows belong to and ask about, by name. */
  async #known(studioId: string, rows: readonly ThreadRow[]): Promise<Known> {
    const links = await this.repository.links(
      studioId,
      rows.map(({ id }) => id),
    );
    const candidates = rows.flatMap(({ question }) => (question ? question.candidates : []));
    const ids = [...new Set([...links, ...candidates].map(({ id }) => id))];
    const labels = ids.length === 0 ? [] : await this.repository.labels(studioId, ids);
    return { links, labelOf: new Map(labels.map(({ id, label }) => [id, label])) };
  }
}

interface Known {
  readonly links: Awaited<ReturnType<ThreadsRepository['links']>>;
  readonly labelOf: ReadonlyMap<string, string>;
}

function view(row: ThreadRow, { links, labelOf }: Known): threads.Thread {
  const { question, people, lastAt } = row;
  return {
    id: row.id,
    brandId: row.brandId,
    subject: row.subject,
    snippet: row.snippet,
    messages: row.messages,
    unread: row.unread,
    isFlagged: row.isFlagged,
    isLastOurs: row.isLastOurs,
    needsAnswer: row.needsAnswer,
    hasFiles: row.hasFiles,
    pending: row.pending,
    refused: row.refused,
    lastAt: lastAt.toISOString(),
    people: people.map(({ name, address }) => ({ name, address })),
    links: links
      .filter(({ threadId, id }) => threadId === row.id && labelOf.has(id))
      .map(({ threadId: _, ...link }) => ({ ...link, label: labelOf.get(link.id)! })),
    question: question
      ? {
          about: question.about,
          candidates: question.candidates
            .filter(({ id }) => labelOf.has(id))
            .map(({ type, id }) => ({ type, id, label: labelOf.get(id)! })),
        }
      : null,
  };
}
