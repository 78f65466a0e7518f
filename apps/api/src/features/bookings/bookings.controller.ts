import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bookings, idParam, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { BookingsService } from './bookings.service.js';

@ApiTags('Bookings')
@Controller('api/v1/bookings')
export class BookingsController {
  constructor(private readonly service: BookingsService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listBookings', 'Bookings, newest first', bookings.bookingPage)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: bookings.bookingQuery }) query: bookings.BookingQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getBooking', 'One booking, with the vendors and the staff on it', bookings.bookingDetail)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer('createBooking', 'The new booking; booking.created happens', bookings.booking, 201)
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: bookings.newBooking }) body: bookings.NewBooking,
  ) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @RequirePermission('records:write')
  @ApiAnswer('updateBooking', 'The changed booking', bookings.booking)
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: bookings.bookingPatch }) body: bookings.BookingPatch,
  ) {
    return this.service.update(studioId, id, body);
  }

  @Post(':id/confirm')
  @RequirePermission('records:write')
  @ApiAnswer('confirmBooking', 'The confirmed booking; booking.confirmed happens', bookings.booking)
  confirm(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.confirm(studioId, id);
  }

  @Post(':id/complete')
  @RequirePermission('records:write')
  @ApiAnswer('completeBooking', 'The completed booking; booking.completed happens', bookings.booking)
  complete(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.complete(studioId, id);
  }

  @Post(':id/reschedule')
  @RequirePermission('records:write')
  @ApiAnswer('rescheduleBooking', 'The moved booking; booking.rescheduled happens', bookings.booking)
  reschedule(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: bookings.reschedule }) body: bookings.Reschedule,
  ) {
    return this.service.reschedule(studioId, id, body);
  }

  @Post(':id/cancel')
  @RequirePermission('records:write')
  @ApiAnswer('cancelBooking', 'The cancelled booking; booking.cancelled happens', bookings.booking)
  cancel(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: bookings.cancellation }) body: bookings.Cancellation,
  ) {
    return this.service.cancel(studioId, id, body);
  }
}
