import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, invoices, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { InvoicesService } from './invoices.service.js';

@ApiTags('Invoices')
@Controller('api/v1/invoices')
export class InvoicesController {
  constructor(private readonly service: InvoicesService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listInvoices', 'Invoices, newest first', invoices.invoicePage)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: invoices.invoiceQuery }) query: invoices.InvoiceQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getInvoice', 'One invoice', invoices.invoice)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer('createInvoice', 'The new draft', invoices.invoice, 201)
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: invoices.newInvoice }) body: invoices.NewInvoice,
  ) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @RequirePermission('records:write')
  @ApiAnswer(
    'updateInvoice',
    'The invoice with its new due date; an overdue one is issued again when the date is still to come',
    invoices.invoice,
  )
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: invoices.invoicePatch }) body: invoices.InvoicePatch,
  ) {
    return this.service.update(studioId, id, body);
  }

  @Post(':id/issue')
  @RequirePermission('records:write')
  @ApiAnswer('issueInvoice', 'The issued invoice; invoice.issued happens', invoices.invoice)
  issue(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.issue(studioId, id);
  }

  @Post(':id/overdue')
  @RequirePermission('records:write')
  @ApiAnswer('markInvoiceOverdue', 'The overdue invoice; invoice.overdue happens', invoices.invoice)
  markOverdue(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.markOverdue(studioId, id);
  }

  @Post(':id/void')
  @RequirePermission('records:write')
  @ApiAnswer('voidInvoice', 'The void invoice: nothing more is asked for it', invoices.invoice)
  void(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.void(studioId, id);
  }

  @Post(':id/payments')
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer(
    'payInvoice',
    'The invoice after the payment; payment.received, and invoice.paid when it is settled, happen',
    invoices.invoice,
    201,
  )
  pay(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: invoices.newPayment }) body: invoices.NewPayment,
  ) {
    return this.service.pay(studioId, id, body);
  }
}
