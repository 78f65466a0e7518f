import { Injectable } from '@nestjs/common';
import type { invoices, PageQuery } from '@cueline/contracts';
import { pageOf } from '../../platform/cursor.js';
import { notFound, ProblemError } from '../../platform/problem-error.js';
import { BrandsRepository } from '../account/brands.repository.js';
import { InvoicesRepository } from './invoices.repository.js';

type Row = NonNullable<Awaited<ReturnType<InvoicesRepository['find']>>>;

@Injectable()
export class InvoicesService {
  constructor(
    private readonly repository: InvoicesRepository,
    private readonly brands: BrandsRepository,
  ) {}

  async list(studioId: string, query: PageQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string) {
    return view(await this.#row(studioId, id));
  }

  async create(studioId: string, body: invoices.NewInvoice) {
    return view(await this.repository.create(studioId, await this.brands.brandId(studioId, undefined), body));
  }

  async issue(studioId: string, id: string) {
    const row = await this.#row(studioId, id);
    return view(
      (await this.repository.become(studioId, id, 'issued', ['draft'])) ?? this.#unfit(row, 'issued'),
    );
  }

  async markOverdue(studioId: string, id: string) {
    const row = await this.#row(studioId, id);
    return view(
      (await this.repository.become(studioId, id, 'overdue', ['issued'])) ?? this.#unfit(row, 'overdue'),
    );
  }

  async pay(studioId: string, id: string, body: invoices.NewPayment) {
    const row = await this.#row(studioId, id);
    const paid = await this.repository.pay(studioId, id, body);
    if (!paid) throw new ProblemError('resource.conflict', `A ${row.status} invoice takes no payment.`);
    return view(paid);
  }

  /** Said twice it has happened once. */
  #unfit(row: Row, wanted: Row['status']): Row {
    if (row.status === wanted) return row;
    throw new ProblemError('resource.conflict', `A ${row.status} invoice cannot become ${wanted}.`);
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('invoice');
    return row;
  }
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

const view = (row: Row): invoices.Invoice => ({
  id: row.id,
  brandId: row.brandId,
  clientId: row.clientId,
  bookingId: row.bookingId,
  number: row.number,
  status: row.status,
  currency: row.currency,
  totalMinor: Number(row.totalMinor),
  paidMinor: Number(row.paidMinor),
  issuedOn: day(row.issuedOn),
  dueOn: day(row.dueOn),
  createdAt: row.createdAt.toISOString(),
});
