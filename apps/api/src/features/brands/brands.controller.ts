import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { brands, idParam, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { BrandsService } from './brands.service.js';

@ApiTags('Brands')
@Controller('api/v1/brands')
export class BrandsController {
  constructor(private readonly service: BrandsService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listBrands', 'All brands, the default one first', brands.brandList)
  list(@CurrentCaller() { studioId }: Caller) {
    return this.service.list(studioId);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getBrand', 'One brand', brands.brand)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Patch(':id')
  @RequirePermission('studio:manage')
  @ApiAnswer('updateBrand', 'The changed brand; mails from now on look and tell the time so', brands.brand)
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: brands.brandPatch }) body: brands.BrandPatch,
  ) {
    return this.service.update(studioId, id, body);
  }
}
