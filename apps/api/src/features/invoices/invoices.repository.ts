import { Injectable } from '@nestjs/common';
import type { invoices, PageQuery } from '@cueline/contracts';
import { pageArgs } from '../../platform/cursor.js';
import { StudioDatabase } from '../../platform/studio-database.js';

@Injectable()
export class InvoicesRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, query: PageQuery) {
    return this.database.of(studioId).invoice.findMany(pageArgs(query));
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
      dueOn: dueOn ? new Date(dueOn) : null,
    };
    return this.database.of(studioId).invoice.create({ data });
  }

  /** `from`: the states it may come from, so that two at once can't both do it. */
  become(
    studioId: string,
    id: string,
    status: 'issued' | 'overdue',
    from: readonly invoices.Invoice['status'][],
  ) {
    return this.database.change(studioId, async (tx, emit) => {
      const data = status === 'issued' ? { status, issuedOn: new Date() } : { status };
      const [row] = await tx.invoice.updateManyAndReturn({ where: { id, status: { in: [...from] } }, data });
      if (row)
        emit({ type: `invoice.${status}`, subjectType: 'invoice', subjectId: id, brandId: row.brandId });
      return row;
    });
  }

  /** The payment and what it does to the invoice, with the events of both, in one transaction. */
  pay(studioId: string, id: string, { amountMinor, receivedAt, ...rest }: invoices.NewPayment) {
    return this.database.change(studioId, async (tx, emit) => {
      const amount = BigInt(amountMinor);
      const open = { id, status: { in: ['issued' as const, 'overdue' as const] } };
      const [invoice] = await tx.invoice.updateManyAndReturn({
        where: open,
        data: { paidMinor: { increment: amount } },
      });
      if (!invoice) return undefined;
      const about = { subjectType: 'invoice', subjectId: id, brandId: invoice.brandId };
      const payment = await tx.payment.create({
        data: {
          ...rest,
          studioId,
          invoiceId: id,
          currency: invoice.currency,
          amountMinor: amount,
          receivedAt: receivedAt ? new Date(receivedAt) : new Date(),
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
