import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, staff, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Repeatable } from '../../platform/repeats/repeats.interceptor.js';
import { StaffService } from './staff.service.js';

@ApiTags('Staff')
@Controller('api/v1/staff')
export class StaffController {
  constructor(private readonly service: StaffService) {}

  @Get()
  @Needs('records:read')
  @Answers('listStaff', 'Staff, newest first', staff.staffPage)
  list(@Asking() { studioId }: Caller, @Query({ schema: staff.staffQuery }) query: staff.StaffQuery) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @Needs('records:read')
  @Answers('getStaffMember', 'One staff member', staff.staffMember)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @Needs('records:write')
  @Repeatable()
  @Answers('createStaffMember', 'The new staff member', staff.staffMember, 201)
  create(@Asking() { studioId }: Caller, @Body({ schema: staff.newStaffMember }) body: staff.NewStaffMember) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @Needs('records:write')
  @Answers(
    'updateStaffMember',
    'The changed staff member; an archived one gets no more mail',
    staff.staffMember,
  )
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: staff.staffPatch }) body: staff.StaffPatch,
  ) {
    return this.service.update(studioId, id, body);
  }
}
