import { Injectable } from '@nestjs/common';
import type { inquiries } from '@cueline/contracts';
import { dayOf } from '../../platform/validation/calendar-day.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { InquiriesRepository } from './inquiries.repository.js';

type Row = NonNullable<Awaited<ReturnType<InquiriesRepository['find']>>>;

@Injectable()
export class InquiriesService {
  constructor(
    private readonly repository: InquiriesRepository,
    private readonly brands: BrandsRepository,
  ) {}

  async list(studioId: string, query: inquiries.InquiryQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string) {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('inquiry');
    return view(row);
  }

  async create(studioId: string, body: inquiries.NewInquiry) {
    return view(
      await this.repository.create(studioId, await this.brands.brandId(studioId, body.brandId), body),
    );
  }

  async update(studioId: string, id: string, body: inquiries.InquiryPatch) {
    await this.get(studioId, id);
    return view(await this.repository.update(studioId, id, body));
  }
}

const view = (row: Row): inquiries.Inquiry => ({
  id: row.id,
  brandId: row.brandId,
  clientId: row.clientId,
  name: row.name,
  email: row.email,
  phone: row.phone,
  kind: row.kind,
  message: row.message,
  eventOn: dayOf(row.eventOn),
  status: row.status,
  createdAt: row.createdAt.toISOString(),
});
