import { Injectable } from '@nestjs/common';
import type { handMails, timeline } from '@cueline/contracts';
import { addressableRecord } from '@cueline/database';
import { describeReason, kinds, type StepKind } from '@cueline/workflows';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { timelineStatements, type TimelineRow } from './timeline.sql.js';
import { emailsToCome, runsUnderWay } from './under-way.sql.js';

@Injectable()
export class TimelineService {
  constructor(private readonly database: StudioDatabase) {}

  get #pool() {
    return this.database.database.pool;
  }

  async page(studioId: string, { type, id, cursor, limit }: timeline.TimelineQuery) {
    await this.#check(studioId, { type, id });
    const [at = null, key = null] = cursor?.split('~') ?? [];
    const rows = await timelineStatements[type].rows(this.#pool, { studioId, id, at, key, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = last && rows.length > limit ? `${last.at.toISOString()}~${last.key}` : null;
    return { items: items.map(view), nextCursor };
  }

  async underWay(studioId: string, { type, id }: handMails.MailAbout): Promise<timeline.UnderWay> {
    await this.#check(studioId, { type, id });
    const language = replyLanguage();
    const [emails, runs] = await Promise.all([
      emailsToCome[type].rows(this.#pool, { studioId, id }),
      runsUnderWay[type].rows(this.#pool, { studioId, id }),
    ]);
    return {
      emails: emails.map(({ subject, toAddress, toName, at, reason, ...rest }) => ({
        ...rest,
        subject: subject ?? '',
        to: toName || toAddress,
        at: at.toISOString(),
        reasons: describeReason(reason, language),
      })),
      runs: runs.map(({ nextAt, reason, ...rest }) => ({
        ...rest,
        nextAt: nextAt?.toISOString() ?? null,
        reasons: describeReason(reason, language),
      })),
    };
  }

  async #check(studioId: string, about: handMails.MailAbout): Promise<void> {
    if (!(await addressableRecord.first(this.#pool, { studioId, ...about }))) throw notFound('record');
  }
}

const view = (row: TimelineRow): timeline.TimelineEntry => ({
  key: row.key,
  at: row.at.toISOString(),
  kind: row.kind,
  title: row.title ?? (row.stepKind ? kinds[row.stepKind as StepKind].label[replyLanguage()] : ''),
  person: row.person,
  text: row.body,
  origin: row.origin,
  reasons: describeReason(row.reason, replyLanguage()),
  taskStatus: row.taskStatus,
  dueAt: row.dueAt?.toISOString() ?? null,
  mailKind: row.mailKind,
  messageId: row.messageId,
  threadId: row.threadId,
  sendId: row.sendId,
  runId: row.runId,
  taskId: row.taskId,
  noteId: row.noteId,
});
