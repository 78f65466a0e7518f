import { Injectable } from '@nestjs/common';
import type { inquiries, PageQuery } from '@cueline/contracts';
import { pageArgs } from '../../platform/cursor.js';
import { StudioDatabase } from '../../platform/studio-database.js';

@Injectable()
export class InquiriesRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, query: PageQuery) {
    return this.database.of(studioId).inquiry.findMany(pageArgs(query));
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).inquiry.findUnique({ where: { id } });
  }

  create(studioId: string, brandId: string, { eventOn, ...rest }: inquiries.NewInquiry) {
    return this.database.change(studioId, async (tx, emit) => {
      const data = { ...rest, studioId, brandId, eventOn: eventOn ? new Date(eventOn) : null };
      const row = await tx.inquiry.create({ data });
      emit({ type: 'inquiry.received', subjectType: 'inquiry', subjectId: row.id, brandId });
      return row;
    });
  }
}
