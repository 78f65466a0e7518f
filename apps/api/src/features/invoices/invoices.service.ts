import { Injectable } from '@nestjs/common';
import type { invoices } from '@cueline/contracts';
import { issuedOnBy } from '@cueline/database';
import { choiceLabel, statusTransition, localAt } from '@cueline/workflows';
import { dateOf, dayOf } from '../../platform/validation/calendar-day.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { decided } from '../../platform/database/decided.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { InvoicesRepository } from './invoices.repository.js';

type Row = NonNullable<Awaited<ReturnType<InvoicesRepository['find']>>>;
type Become = 'issued' | 'overdue' | 'void';

const statusDe = (status: string): string => choiceLabel('invoice.status', status, 'de');

@Injectable()
export class InvoicesService {
  constructor(
    private readonly repository: InvoicesRepository,
    private readonly brands: BrandsRepository,
  ) {}

  async list(studioId: string, query: invoices.InvoiceQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string) {
    return view(await this.#row(studioId, id));
  }

  async create(studioId: string, { brandId, ...body }: invoices.NewInvoice) {
    return view(await this.repository.create(studioId, await this.brands.brandId(studioId, brandId), body));
  }

  async update(studioId: string, id: string, { dueOn }: invoices.InvoicePatch) {
    const row = await this.repository.change(studioId, id, (before) => {
      if (before.status === 'paid' || before.status === 'void')
        throw new ProblemError('resource.conflict', {
          en: `A ${before.status} invoice has no due date to change.`,
          de: `Die Rechnung ist im Status „${statusDe(before.status)}“: Daran ist keine Fälligkeit zu ändern.`,
        });
      if (dueOn === undefined) return undefined;
      const isOverdue = dueOn !== null && dueOn < today(before.brand.zone);
      const status = before.status === 'overdue' && !isOverdue ? ('issued' as const) : before.status;
      return { data: { dueOn: dateOf(dueOn), status } };
    });
    return view(row);
  }

  issue = (studioId: string, id: string) => this.#changeState(studioId, id, 'issued');
  markOverdue = (studioId: string, id: string) => this.#changeState(studioId, id, 'overdue');
  void = (studioId: string, id: string) => this.#changeState(studioId, id, 'void');

  async pay(studioId: string, id: string, body: invoices.NewPayment) {
    const row = await this.#row(studioId, id);
    const paid = await this.repository.pay(studioId, id, body);
    if (!paid)
      throw new ProblemError('resource.conflict', {
        en: `A ${row.status} invoice takes no payment.`,
        de: `Die Rechnung ist im Status „${statusDe(row.status)}“: Sie nimmt keine Zahlung an.`,
      });
    return view(paid);
  }

  /** Said twice it has happened once. */
  async #changeState(studioId: string, id: string, status: Become) {
    const row = await this.repository.change(studioId, id, (before) => {
      const next = statusTransition.invoice(before.status, status);
      if (next.type === 'unchanged') return undefined;
      if (next.type === 'refused')
        throw new ProblemError('resource.conflict', {
          en: `A ${before.status} invoice cannot become ${status}.`,
          de: `Die Rechnung kann nicht von „${statusDe(before.status)}“ zu „${statusDe(status)}“ wechseln.`,
        });
      const issuedOn = issuedOnBy(status, new Date(), before.brand.zone);
      return decided({ status, ...(issuedOn && { issuedOn: new Date(issuedOn) }) }, next);
    });
    return view(row);
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('invoice');
    return row;
  }
}

/** The date in a zone, now. */
const today = (zone: string): string => localAt(new Date().toISOString(), zone).slice(0, 10);

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
  issuedOn: dayOf(row.issuedOn),
  dueOn: dayOf(row.dueOn),
  createdAt: row.createdAt.toISOString(),
});
