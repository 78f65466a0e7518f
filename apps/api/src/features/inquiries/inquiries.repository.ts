import { Injectable } from '@nestjs/common';
import type { inquiries } from '@cueline/contracts';
import { RECORD_CHANGED } from '@cueline/workflows';
import { dateOf } from '../../platform/validation/calendar-day.js';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import { searchIn } from '../../platform/paging/search.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

@Injectable()
export class InquiriesRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { search, status, clientId, ...query }: inquiries.InquiryQuery) {
    const where = searchIn(search, ['name', 'email', 'message']);
    const { inquiry } = this.database.of(studioId);
    return known(
      query,
      inquiry.findMany({ where: { status, clientId, ...where }, ...pageArgs(query) }),
      (id) => inquiry.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).inquiry.findUnique({ where: { id } });
  }

  create(studioId: string, brandId: string, { eventOn, receivedAt, ...rest }: inquiries.NewInquiry) {
    return this.database.change(studioId, async (tx, emit) => {
      const now = new Date();
      const received = receivedAt ? new Date(receivedAt) : now;
      const data = { ...rest, studioId, brandId, eventOn: dateOf(eventOn), receivedAt: dateOf(receivedAt) };
      const row = await tx.inquiry.create({ data });
      emit({
        type: 'inquiry.received',
        subjectType: 'inquiry',
        subjectId: row.id,
        occurredAt: received < now ? received : now,
      });
      return row;
    });
  }

  update(studioId: string, id: string, data: inquiries.InquiryPatch) {
    return this.database.change(studioId, async (tx, emit) => {
      const row = await tx.inquiry.update({ where: { id }, data });
      emit({ type: RECORD_CHANGED, subjectType: 'inquiry', subjectId: id });
      return row;
    });
  }
}
