import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { byHand, correspondence, onPrisma, type Queryable } from '@cueline/database';
import { baseSubject } from '@cueline/email/incoming';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { invalid, notFound } from '../../platform/problems/problem-error.js';

/** Threads beyond that are hard to read, and go on in another one. */
const MOST_MESSAGES = 500;

/** A person says which mails are one conversation: from then on rules leave it so. */
@Injectable()
export class ThreadArranging {
  constructor(private readonly database: StudioDatabase) {}

  /** @throws ProblemError where they cannot be one */
  merge(studioId: string, from: string, into: string): Promise<void> {
    return this.#arrange(studioId, async (on) => {
      const ids = [...new Set([from, into])];
      const both = await byHand.threadsToArrange.rows(on, { studioId, ids });
      if (from === into) throw invalid([itself]);
      if (both.length < ids.length) throw notFound('conversation');
      if (both.reduce((sum, { messages }) => sum + messages, 0) > MOST_MESSAGES) throw invalid([tooMany]);
      await correspondence.mergeThread.run(on, { studioId, from, into });
      await byHand.keepThreadsAsArranged.run(on, { studioId, ids });
      await correspondence.countThreads.run(on, { studioId, threadIds: ids });
    });
  }

  /** @returns the thread that begins with the message @throws ProblemError where there is nothing before it */
  split(studioId: string, threadId: string, messageId: string): Promise<string> {
    const newId = randomUUID();
    return this.#arrange(studioId, async (on) => {
      const first = await byHand.messageToSplitAt.first(on, { studioId, threadId, messageId });
      if (!first) throw notFound('message');
      if (first.before === 0) throw invalid([firstOne]);
      const { base } = baseSubject(first.subject);
      await byHand.splitThread.run(on, { studioId, threadId, messageId, newId, base });
      const ids = [threadId, newId];
      await byHand.keepThreadsAsArranged.run(on, { studioId, ids });
      await correspondence.countThreads.run(on, { studioId, threadIds: ids });
      return newId;
    });
  }

  #arrange<T>(studioId: string, work: (on: Queryable) => Promise<T>): Promise<T> {
    return this.database.change(studioId, async (tx) => {
      const on = onPrisma(tx);
      await correspondence.lockCorrespondence.run(on, { studioId });
      return work(on);
    });
  }
}

const itself = {
  pointer: '/into',
  code: 'thread.itself',
  detail: {
    en: 'A conversation cannot go into itself. Choose another one.',
    de: 'Eine Unterhaltung kann nicht in sich selbst aufgehen. Wähle eine andere.',
  },
};
const tooMany = {
  pointer: '/into',
  code: 'thread.tooMany',
  detail: {
    en: `Together they would have more than ${MOST_MESSAGES} emails. Leave them apart.`,
    de: `Zusammen hätten sie mehr als ${MOST_MESSAGES} E-Mails. Lass sie getrennt.`,
  },
};
const firstOne = {
  pointer: '/messageId',
  code: 'thread.firstMessage',
  detail: {
    en: 'The conversation begins with this email. Choose a later one to begin another conversation with.',
    de: 'Die Unterhaltung beginnt mit dieser E-Mail. Wähle eine spätere, mit der eine andere beginnt.',
  },
};
