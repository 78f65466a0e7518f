import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, vendors, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { VendorsService } from './vendors.service.js';

@ApiTags('Vendors')
@Controller('api/v1/vendors')
export class VendorsController {
  constructor(private readonly service: VendorsService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listVendors', 'Vendors, newest first', vendors.vendorPage)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: vendors.vendorQuery }) query: vendors.VendorQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getVendor', 'One vendor', vendors.vendor)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer('createVendor', 'The new vendor', vendors.vendor, 201)
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: vendors.newVendor }) body: vendors.NewVendor,
  ) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @RequirePermission('records:write')
  @ApiAnswer('updateVendor', 'The changed vendor; an archived one gets no more mail', vendors.vendor)
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: vendors.vendorPatch }) body: vendors.VendorPatch,
  ) {
    return this.service.update(studioId, id, body);
  }
}
