import { Injectable } from '@nestjs/common';
import { EventIntake, type NewEvent } from '@cueline/database';
import type { events } from '@cueline/contracts';
import { known } from '../../platform/paging/cursor.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

@Injectable()
export class EventsRepository {
  readonly #intake: EventIntake;

  constructor(private readonly database: StudioDatabase) {
    this.#intake = new EventIntake(database.database.pool);
  }

  async record(studioId: string, list: readonly NewEvent[]) {
    const recorded = await this.#intake.record(studioId, list);
    if (recorded.some(({ duplicate }) => !duplicate)) this.database.notifier.notify();
    return recorded;
  }

  list(studioId: string, { subjectId, limit, cursor }: events.EventQuery) {
    const { event } = this.database.of(studioId);
    const page = event.findMany({
      where: subjectId ? { subjectId } : {},
      include: { eventMatches: true },
      orderBy: { seq: 'desc' },
      take: limit + 1,
      ...(cursor ? { cursor: { studioId_id: { studioId, id: cursor } }, skip: 1 } : {}),
    });
    return known({ cursor }, page, (id) =>
      event.findUnique({ where: { studioId_id: { studioId, id } }, select: { id: true } }),
    );
  }
}
