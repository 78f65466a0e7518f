import { Injectable } from '@nestjs/common';
import type { bookings } from '@cueline/contracts';
import { pageArgs } from '../../platform/cursor.js';
import { StudioDatabase, type Happened } from '../../platform/studio-database.js';

const include = { client: { select: { firstName: true, lastName: true } } };
type BookingData = {
  status?: bookings.Booking['status'];
  startsAt?: Date;
  endsAt?: Date;
} & bookings.BookingPatch;

@Injectable()
export class BookingsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { clientId, ...query }: bookings.BookingQuery) {
    return this.database
      .of(studioId)
      .booking.findMany({ where: clientId ? { clientId } : {}, include, ...pageArgs(query) });
  }

  find(studioId: string, id: string) {
    return this.database.of(studioId).booking.findUnique({ where: { id }, include });
  }

  create(studioId: string, brandId: string, { startsAt, endsAt, ...rest }: bookings.NewBooking) {
    return this.database.change(studioId, async (tx, emit) => {
      const row = await tx.booking.create({
        data: { ...rest, studioId, brandId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
        include,
      });
      emit({ type: 'booking.created', subjectType: 'booking', subjectId: row.id, brandId });
      return row;
    });
  }

  update(studioId: string, id: string, data: BookingData, happened?: Pick<Happened, 'type' | 'data'>) {
    return this.database.change(studioId, async (tx, emit) => {
      const row = await tx.booking.update({ where: { id }, data, include });
      if (happened) emit({ ...happened, subjectType: 'booking', subjectId: id, brandId: row.brandId });
      return row;
    });
  }
}
