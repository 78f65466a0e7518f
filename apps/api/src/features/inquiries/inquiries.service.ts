import { Injectable } from '@nestjs/common';
import type { inquiries, PageQuery } from '@cueline/contracts';
import { pageOf } from '../../platform/cursor.js';
import { notFound } from '../../platform/problem-error.js';
import { BrandsRepository } from '../account/brands.repository.js';
import { InquiriesRepository } from './inquiries.repository.js';

type Row = NonNullable<Awaited<ReturnType<InquiriesRepository['find']>>>;

@Injectable()
export class InquiriesService {
  constructor(
    private readonly repository: InquiriesRepository,
    private readonly brands: BrandsRepository,
  ) {}

  async list(studioId: string, query: PageQuery) {
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
}

const view = ({
  id,
  brandId,
  name,
  email,
  phone,
  kind,
  message,
  eventOn,
  status,
  createdAt,
}: Row): inquiries.Inquiry => ({
  id,
  brandId,
  name,
  email,
  phone,
  kind,
  message,
  eventOn: eventOn?.toISOString().slice(0, 10) ?? null,
  status,
  createdAt: createdAt.toISOString(),
});
