import { Injectable } from '@nestjs/common';
import type { invoices } from '@cueline/contracts';
import type { Invoice } from '@cueline/database';
import { RECORD_CHANGED } from '@cueline/workflows';
import { dateOf } from '../../platform/validation/calendar-day.js';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import type { Decide } from '../../platform/database/decided.js';
import { isChanged } from '../../platform/database/is-changed.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { searchIn } from '../../platform/paging/search.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

const include = { brand: { select: { zone: true } } };
type InvoiceWithZone = Invoice & { readonly brand: { readonly zone: string } };
type InvoiceData = Partial<Pick<Invoice, 'status' | 'dueOn' | 'issuedOn'>>;

@Injectable()
export class InvoicesRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { search, clientId, status, ...query }: invoices.InvoiceQuery) {
    const { invoice } = this.database.of(studioId);
    return known(
      query,
      invoice.findMany({ where: { clientId, status, ...searchIn(search, ['number']) }, ...pageArgs(query) }),
      (id) => invoice.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).invoice.findUnique({ where: { id } });
  }

  create(studioId: string, brandId: string, { totalMinor, dueOn, ...rest }: invoices.NewInvoice) {
    const data = {
      ...rest,
      studioId,
      brandId,
      totalMinor: BigInt(totalMinor),
      dueOn: dateOf(dueOn),
    };
    return this.database.change(studioId, (tx) => tx.invoice.create({ data }));
  }

  change(studioId: string, id: string, decide: Decide<InvoiceWithZone, InvoiceData>) {
    return this.database.change(studioId, async (tx, emit) => {
      await lockRecord(tx, 'invoices', studioId, id);
      const before = await tx.invoice.findUnique({ where: { id }, include });
      if (!before) throw notFound('invoice');
      const decided = decide(before);
      if (!decided) return before;
      const row = await tx.invoice.update({ where: { id }, data: decided.data });
      const happened = decided.happened ?? (isChanged(before, row) ? { type: RECORD_CHANGED } : undefined);
      if (happened) emit({ ...happened, subjectType: 'invoice', subjectId: id });
      return row;
    });
  }

  /** The payment and what it does to the invoice, with the events of both, in one transaction. */
  pay(studioId: string, id: string, { amountMinor, receivedAt, takenOver, ...rest }: invoices.NewPayment) {
    return this.database.change(studioId, async (tx, emit) => {
      const amount = BigInt(amountMinor);
      const open = { id, status: { in: ['issued' as const, 'overdue' as const] } };
      const [invoice] = await tx.invoice.updateManyAndReturn({
        where: open,
        data: { paidMinor: { increment: amount } },
      });
      if (!invoice) return undefined;
      const now = new Date();
      const received = receivedAt ? new Date(receivedAt) : now;
      const about = {
        subjectType: 'invoice',
        subjectId: id,
        occurredAt: received < now ? received : now,
        ...(takenOver !== undefined && { takenOver }),
      };
      const payment = await tx.payment.create({
        data: {
          ...rest,
          studioId,
          invoiceId: id,
          currency: invoice.currency,
          amountMinor: amount,
          receivedAt: received,
        },
      });
      emit({ ...about, type: 'payment.received', data: { paymentId: payment.id } });
      if (invoice.paidMinor < invoice.totalMinor) return invoice;
      const paid = await tx.invoice.update({ where: { id }, data: { status: 'paid' } });
      emit({ ...about, type: 'invoice.paid' });
      return paid;
    });
  }
}
