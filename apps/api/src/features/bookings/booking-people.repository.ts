import { Injectable } from '@nestjs/common';
import { lockRecord } from '../../platform/database/lock-record.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { StudioDatabase, type Transaction } from '../../platform/database/studio-database.js';

@Injectable()
export class BookingPeopleRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** `service`: undefined keeps the one that is there. */
  putVendor(studioId: string, bookingId: string, vendorId: string, service: string | undefined) {
    return this.database.change(studioId, async (tx) => {
      await this.#lock(tx, studioId, bookingId);
      const link = { studioId, bookingId, vendorId };
      await tx.bookingVendor.upsert({
        where: { studioId_bookingId_vendorId: link },
        create: { ...link, service },
        update: { service },
      });
    });
  }

  async takeVendor(studioId: string, bookingId: string, vendorId: string): Promise<void> {
    await this.database.of(studioId).bookingVendor.deleteMany({ where: { bookingId, vendorId } });
  }

  /** Who was not on the booking before is assigned by it. `duty`: undefined keeps the one that is there. */
  putStaff(studioId: string, bookingId: string, staffId: string, duty: string | undefined) {
    return this.database.change(studioId, async (tx, emit) => {
      await this.#lock(tx, studioId, bookingId);
      const link = { studioId, bookingId, staffId };
      const where = { studioId_bookingId_staffId: link };
      const before = await tx.bookingStaff.findUnique({ where });
      await tx.bookingStaff.upsert({ where, create: { ...link, duty }, update: { duty } });
      if (before) return;
      const data = duty ? { staffId, duty } : { staffId };
      emit({ type: 'staff.assigned', subjectType: 'booking', subjectId: bookingId, data });
    });
  }

  async takeStaff(studioId: string, bookingId: string, staffId: string): Promise<void> {
    await this.database.of(studioId).bookingStaff.deleteMany({ where: { bookingId, staffId } });
  }

  async #lock(tx: Transaction, studioId: string, id: string): Promise<void> {
    await lockRecord(tx, 'bookings', studioId, id);
    const booking = await tx.booking.findUnique({ where: { id }, select: { id: true } });
    if (!booking) throw notFound('booking');
  }
}
