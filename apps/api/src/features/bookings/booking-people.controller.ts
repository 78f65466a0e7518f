import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bookings } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { BookingPeopleService } from './booking-people.service.js';

@ApiTags('Bookings')
@Controller('api/v1/bookings/:id')
export class BookingPeopleController {
  constructor(private readonly service: BookingPeopleService) {}

  @Put('vendors/:vendorId')
  @RequirePermission('records:write')
  @ApiAnswer('putVendorOnBooking', 'The booking with the vendor on it', bookings.bookingDetail)
  putVendor(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: bookings.vendorOnBookingParam }) { id, vendorId }: bookings.VendorOnBookingParam,
    @Body({ schema: bookings.vendorOnBooking }) body: bookings.VendorOnBooking,
  ) {
    return this.service.putVendor(studioId, id, vendorId, body);
  }

  @Delete('vendors/:vendorId')
  @RequirePermission('records:write')
  @ApiAnswer('takeVendorOffBooking', 'The booking without the vendor', bookings.bookingDetail)
  takeVendor(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: bookings.vendorOnBookingParam }) { id, vendorId }: bookings.VendorOnBookingParam,
  ) {
    return this.service.takeVendor(studioId, id, vendorId);
  }

  @Put('staff/:staffId')
  @RequirePermission('records:write')
  @ApiAnswer(
    'putStaffOnBooking',
    'The booking with the staff member on it; staff.assigned happens when they were not before',
    bookings.bookingDetail,
  )
  putStaff(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: bookings.staffOnBookingParam }) { id, staffId }: bookings.StaffOnBookingParam,
    @Body({ schema: bookings.staffOnBooking }) body: bookings.StaffOnBooking,
  ) {
    return this.service.putStaff(studioId, id, staffId, body);
  }

  @Delete('staff/:staffId')
  @RequirePermission('records:write')
  @ApiAnswer('takeStaffOffBooking', 'The booking without the staff member', bookings.bookingDetail)
  takeStaff(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: bookings.staffOnBookingParam }) { id, staffId }: bookings.StaffOnBookingParam,
  ) {
    return this.service.takeStaff(studioId, id, staffId);
  }
}
