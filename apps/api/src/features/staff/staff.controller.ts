import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, staff, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { StaffService } from './staff.service.js';

@ApiTags('Staff')
@Controller('api/v1/staff')
export class StaffController {
  constructor(private readonly service: StaffService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listStaff', 'Staff, newest first', staff.staffPage)
  list(@CurrentCaller() { studioId }: Caller, @Query({ schema: staff.staffQuery }) query: staff.StaffQuery) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getStaffMember', 'One staff member', staff.staffMember)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer('createStaffMember', 'The new staff member', staff.staffMember, 201)
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: staff.newStaffMember }) body: staff.NewStaffMember,
  ) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @RequirePermission('records:write')
  @ApiAnswer(
    'updateStaffMember',
    'The changed staff member; an archived one gets no more mail',
    staff.staffMember,
  )
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: staff.staffPatch }) body: staff.StaffPatch,
  ) {
    return this.service.update(studioId, id, body);
  }
}
