import { Injectable } from '@nestjs/common';
import type { bookings } from '@cueline/contracts';
import { BookingPeopleRepository } from './booking-people.repository.js';
import { BookingsService } from './bookings.service.js';

/** Who works on a booking. Every call may be repeated. */
@Injectable()
export class BookingPeopleService {
  constructor(
    private readonly repository: BookingPeopleRepository,
    private readonly bookings: BookingsService,
  ) {}

  async putVendor(studioId: string, id: string, vendorId: string, { service }: bookings.VendorOnBooking) {
    await this.repository.putVendor(studioId, id, vendorId, service);
    return this.bookings.get(studioId, id);
  }

  async takeVendor(studioId: string, id: string, vendorId: string) {
    await this.repository.takeVendor(studioId, id, vendorId);
    return this.bookings.get(studioId, id);
  }

  async putStaff(studioId: string, id: string, staffId: string, { duty }: bookings.StaffOnBooking) {
    await this.repository.putStaff(studioId, id, staffId, duty);
    return this.bookings.get(studioId, id);
  }

  async takeStaff(studioId: string, id: string, staffId: string) {
    await this.repository.takeStaff(studioId, id, staffId);
    return this.bookings.get(studioId, id);
  }
}
