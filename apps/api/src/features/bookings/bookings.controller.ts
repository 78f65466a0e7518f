import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bookings, idParam, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Repeatable } from '../../platform/repeats/repeats.interceptor.js';
import { BookingsService } from './bookings.service.js';

@ApiTags('Bookings')
@Controller('api/v1/bookings')
export class BookingsController {
  constructor(private readonly service: BookingsService) {}

  @Get()
  @Needs('records:read')
  @Answers('listBookings', 'Bookings, newest first', bookings.bookingPage)
  list(
    @Asking() { studioId }: Caller,
    @Query({ schema: bookings.bookingQuery }) query: bookings.BookingQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @Needs('records:read')
  @Answers('getBooking', 'One booking, with the vendors and the staff on it', bookings.bookingDetail)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @Needs('records:write')
  @Repeatable()
  @Answers('createBooking', 'The new booking; booking.created happens', bookings.booking, 201)
  create(@Asking() { studioId }: Caller, @Body({ schema: bookings.newBooking }) body: bookings.NewBooking) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @Needs('records:write')
  @Answers('updateBooking', 'The changed booking', bookings.booking)
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: bookings.bookingPatch }) body: bookings.BookingPatch,
  ) {
    return this.service.update(studioId, id, body);
  }

  @Post(':id/confirm')
  @Needs('records:write')
  @Answers('confirmBooking', 'The confirmed booking; booking.confirmed happens', bookings.booking)
  confirm(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.confirm(studioId, id);
  }

  @Post(':id/complete')
  @Needs('records:write')
  @Answers('completeBooking', 'The completed booking; booking.completed happens', bookings.booking)
  complete(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.complete(studioId, id);
  }

  @Post(':id/reschedule')
  @Needs('records:write')
  @Answers('rescheduleBooking', 'The moved booking; booking.rescheduled happens', bookings.booking)
  reschedule(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: bookings.reschedule }) body: bookings.Reschedule,
  ) {
    return this.service.reschedule(studioId, id, body);
  }

  @Post(':id/cancel')
  @Needs('records:write')
  @Answers('cancelBooking', 'The cancelled booking; booking.cancelled happens', bookings.booking)
  cancel(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: bookings.cancellation }) body: bookings.Cancellation,
  ) {
    return this.service.cancel(studioId, id, body);
  }
}
