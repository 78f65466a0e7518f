import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { BookingPeopleController } from './booking-people.controller.js';
import { BookingPeopleRepository } from './booking-people.repository.js';
import { BookingPeopleService } from './booking-people.service.js';
import { BookingsController } from './bookings.controller.js';
import { BookingsRepository } from './bookings.repository.js';
import { BookingsService } from './bookings.service.js';

@Module({
  imports: [BrandsModule],
  controllers: [BookingPeopleController, BookingsController],
  providers: [BookingPeopleRepository, BookingPeopleService, BookingsRepository, BookingsService],
})
export class BookingsModule {}
