import { Injectable } from '@nestjs/common';
import { recordEvents, writerOn, type NewEvent } from '@cueline/database';
import type { SubjectType } from '@cueline/workflows';
import type { events } from '@cueline/contracts';
import { StudioDatabase } from '../../platform/studio-database.js';

const tables: Record<SubjectType, string> = {
  booking: 'bookings',
  invoice: 'invoices',
  inquiry: 'inquiries',
  project: 'projects',
  task: 'tasks',
  client: 'clients',
  message: 'messages',
};

@Injectable()
export class EventsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** Which of these records the studio has, with the brand of each. */
  async brandsOf(
    studioId: string,
    type: SubjectType,
    ids: readonly string[],
  ): Promise<Map<string, string | null>> {
    const { rows } = await this.database.database.pool.query<{ id: string; brand_id: string | null }>({
      name: `subjects-${type}`,
      text: `SELECT id::text, brand_id::text FROM ${tables[type]} WHERE studio_id = $1 AND id = ANY($2::uuid[])`,
      values: [studioId, ids],
    });
    return new Map(rows.map((row) => [row.id, row.brand_id]));
  }

  async record(studioId: string, list: readonly NewEvent[]) {
    const recorded = await recordEvents(writerOn(this.database.database.pool), studioId, list);
    if (recorded.some(({ duplicate }) => !duplicate)) this.database.notifier.notify();
    return recorded;
  }

  list(studioId: string, { subjectId, limit, cursor }: events.EventQuery) {
    return this.database.of(studioId).event.findMany({
      where: subjectId ? { subjectId } : {},
      include: { eventMatches: true },
      orderBy: { seq: 'desc' },
      take: limit + 1,
      ...(cursor ? { cursor: { studioId_id: { studioId, id: cursor } }, skip: 1 } : {}),
    });
  }
}
