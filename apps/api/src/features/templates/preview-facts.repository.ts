import { Injectable } from '@nestjs/common';
import { recordsAround, type RecordContext } from '@cueline/database';
import type { SubjectType } from '@cueline/workflows';
import { StudioDatabase } from '../../platform/database/studio-database.js';

export interface Subject {
  readonly type: SubjectType;
  readonly id: string;
}

/** What a preview is filled in with. */
@Injectable()
export class PreviewFactsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** The client's newest record of a kind; undefined where there is none. */
  async newest(studioId: string, type: SubjectType, clientId: string): Promise<Subject | undefined> {
    const of = this.database.of(studioId);
    const last = { where: { clientId }, orderBy: { createdAt: 'desc' }, select: { id: true } } as const;
    const find: Record<SubjectType, () => Promise<{ id: string } | null>> = {
      booking: () => of.booking.findFirst(last),
      invoice: () => of.invoice.findFirst(last),
      inquiry: () => of.inquiry.findFirst(last),
      project: () => of.project.findFirst(last),
      task: () => of.task.findFirst(last),
      message: () => of.message.findFirst({ ...last, orderBy: { occurredAt: 'desc' } }),
      client: () => of.client.findUnique({ where: { id: clientId }, select: { id: true } }),
    };
    const row = await find[type]();
    return row ? { type, id: row.id } : undefined;
  }

  async records(studioId: string, event: string, { type, id }: Subject): Promise<RecordContext> {
    const about = { studioId, event, type, id, brandId: null };
    return (await recordsAround.first(this.database.database.pool, about))!;
  }
}
