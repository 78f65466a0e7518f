import { Injectable } from '@nestjs/common';
import type { threads } from '@cueline/contracts';
import { correspondence } from '@cueline/database';
import { baseSubject } from '@cueline/email/incoming';
import { addressKey } from '@cueline/workflows/locale';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { quoted } from './quoted.js';
import { messagesOfThread } from './thread-messages.sql.js';
import { linksOfThreads } from './threads.sql.js';

type Kind = threads.AnswerKind;
interface Person {
  readonly name: string;
  readonly address: string;
}

/** What an answer to a message begins with. */
@Injectable()
export class AnswersService {
  constructor(private readonly database: StudioDatabase) {}

  async start(studioId: string, id: string, kind: Kind): Promise<threads.AnswerStart> {
    const { pool } = this.database.database;
    const { message: messages } = this.database.of(studioId);
    const found = await messages.findUnique({ where: { id }, select: { threadId: true } });
    if (!found?.threadId) throw notFound('message');
    const { threadId } = found;
    const [all, own, links] = await Promise.all([
      messagesOfThread.rows(pool, { studioId, threadId }),
      correspondence.ownAddresses.rows(pool, { studioId }),
      linksOfThreads.rows(pool, { studioId, threadIds: [threadId] }),
    ]);
    const message = all.find((one) => one.id === id);
    if (!message) throw notFound('message');
    const ours = new Set(own.filter((one) => one.kind === 'ours').map(({ address }) => addressKey(address)));
    const of = (...roles: string[]) =>
      distinct(
        message.people.filter(({ role, address }) => roles.includes(role) && !ours.has(addressKey(address))),
      );
    const replyTo = of('replyTo');
    const writers = message.direction === 'outgoing' ? of('to') : replyTo.length > 0 ? replyTo : of('from');
    const others = of('to', 'cc').filter(
      ({ address }) => !writers.some((one) => addressKey(one.address) === addressKey(address)),
    );
    const [link] = links.filter(({ state }) => state === 'on');
    const { base } = baseSubject(message.subject);
    return {
      to: kind === 'forward' ? [] : writers,
      cc: kind === 'replyAll' ? others : [],
      subject: `${kind === 'forward' ? 'Fwd' : 'Re'}: ${base}`,
      quoted: quoted(message, kind),
      about: link ? { type: link.type, id: link.id } : null,
      parts: kind === 'forward' ? message.parts : [],
    };
  }
}

const distinct = (people: readonly Person[]): Person[] => [
  ...new Map(people.map(({ name, address }) => [addressKey(address), { name, address }])).values(),
];
