import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, vendors, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Repeatable } from '../../platform/repeats/repeats.interceptor.js';
import { VendorsService } from './vendors.service.js';

@ApiTags('Vendors')
@Controller('api/v1/vendors')
export class VendorsController {
  constructor(private readonly service: VendorsService) {}

  @Get()
  @Needs('records:read')
  @Answers('listVendors', 'Vendors, newest first', vendors.vendorPage)
  list(@Asking() { studioId }: Caller, @Query({ schema: vendors.vendorQuery }) query: vendors.VendorQuery) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @Needs('records:read')
  @Answers('getVendor', 'One vendor', vendors.vendor)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @Needs('records:write')
  @Repeatable()
  @Answers('createVendor', 'The new vendor', vendors.vendor, 201)
  create(@Asking() { studioId }: Caller, @Body({ schema: vendors.newVendor }) body: vendors.NewVendor) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @Needs('records:write')
  @Answers('updateVendor', 'The changed vendor; an archived one gets no more mail', vendors.vendor)
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: vendors.vendorPatch }) body: vendors.VendorPatch,
  ) {
    return this.service.update(studioId, id, body);
  }
}
