import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { brands, idParam, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { BrandsService } from './brands.service.js';

@ApiTags('Brands')
@Controller('api/v1/brands')
export class BrandsController {
  constructor(private readonly service: BrandsService) {}

  @Get()
  @Needs('records:read')
  @Answers('listBrands', 'All brands, the default one first', brands.brandList)
  list(@Asking() { studioId }: Caller) {
    return this.service.list(studioId);
  }

  @Get(':id')
  @Needs('records:read')
  @Answers('getBrand', 'One brand', brands.brand)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Patch(':id')
  @Needs('studio:manage')
  @Answers('updateBrand', 'The changed brand; mails from now on look and tell the time so', brands.brand)
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: brands.brandPatch }) body: brands.BrandPatch,
  ) {
    return this.service.update(studioId, id, body);
  }
}
