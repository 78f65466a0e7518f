import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, invoices, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Repeatable } from '../../platform/repeats/repeats.interceptor.js';
import { InvoicesService } from './invoices.service.js';

@ApiTags('Invoices')
@Controller('api/v1/invoices')
export class InvoicesController {
  constructor(private readonly service: InvoicesService) {}

  @Get()
  @Needs('records:read')
  @Answers('listInvoices', 'Invoices, newest first', invoices.invoicePage)
  list(
    @Asking() { studioId }: Caller,
    @Query({ schema: invoices.invoiceQuery }) query: invoices.InvoiceQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @Needs('records:read')
  @Answers('getInvoice', 'One invoice', invoices.invoice)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @Needs('records:write')
  @Repeatable()
  @Answers('createInvoice', 'The new draft', invoices.invoice, 201)
  create(@Asking() { studioId }: Caller, @Body({ schema: invoices.newInvoice }) body: invoices.NewInvoice) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @Needs('records:write')
  @Answers(
    'updateInvoice',
    'The invoice with its new due date; an overdue one is issued again when the date is still to come',
    invoices.invoice,
  )
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: invoices.invoicePatch }) body: invoices.InvoicePatch,
  ) {
    return this.service.update(studioId, id, body);
  }

  @Post(':id/issue')
  @Needs('records:write')
  @Answers('issueInvoice', 'The issued invoice; invoice.issued happens', invoices.invoice)
  issue(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.issue(studioId, id);
  }

  @Post(':id/overdue')
  @Needs('records:write')
  @Answers('markInvoiceOverdue', 'The overdue invoice; invoice.overdue happens', invoices.invoice)
  markOverdue(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.markOverdue(studioId, id);
  }

  @Post(':id/void')
  @Needs('records:write')
  @Answers('voidInvoice', 'The void invoice: nothing more is asked for it', invoices.invoice)
  void(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.void(studioId, id);
  }

  @Post(':id/payments')
  @Needs('records:write')
  @Repeatable()
  @Answers(
    'payInvoice',
    'The invoice after the payment; payment.received, and invoice.paid when it is settled, happen',
    invoices.invoice,
    201,
  )
  pay(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: invoices.newPayment }) body: invoices.NewPayment,
  ) {
    return this.service.pay(studioId, id, body);
  }
}
