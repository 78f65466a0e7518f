import { Injectable } from '@nestjs/common';
import type { bookings } from '@cueline/contracts';
import type { Booking } from '@cueline/database';
import { RECORD_CHANGED } from '@cueline/workflows';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import type { Decide } from '../../platform/database/decided.js';
import { isChanged } from '../../platform/database/is-changed.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { searchIn } from '../../platform/paging/search.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

const include = { client: { select: { firstName: true, lastName: true } } };
const people = {
  vendors: { include: { vendor: { select: { name: true } } }, orderBy: { vendorId: 'asc' as const } },
  staff: {
    include: { staff: { select: { firstName: true, lastName: true } } },
    orderBy: { staffId: 'asc' as const },
  },
};
type BookingData = Partial<Pick<Booking, 'status' | 'startsAt' | 'endsAt'>> & bookings.BookingPatch;

@Injectable()
export class BookingsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, { search, limit, cursor, ...where }: bookings.BookingQuery) {
    const { booking } = this.database.of(studioId);
    return known(
      { cursor },
      booking.findMany({
        where: { ...where, ...searchIn(search, ['title']) },
        include,
        ...pageArgs({ limit, cursor }),
      }),
      (id) => booking.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  /** With the vendors and the staff on it. */
  find(studioId: string, id: string) {
    return this.database
      .of(studioId)
      .booking.findUnique({ where: { id }, include: { ...include, ...people } });
  }

  create(studioId: string, brandId: string, { startsAt, endsAt, ...rest }: bookings.NewBooking) {
    return this.database.change(studioId, async (tx, emit) => {
      const row = await tx.booking.create({
        data: { ...rest, studioId, brandId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
        include,
      });
      emit({ type: 'booking.created', subjectType: 'booking', subjectId: row.id });
      return row;
    });
  }

  change(studioId: string, id: string, decide: Decide<Booking, BookingData>) {
    return this.database.change(studioId, async (tx, emit) => {
      await lockRecord(tx, 'bookings', studioId, id);
      const before = await tx.booking.findUnique({ where: { id }, include });
      if (!before) throw notFound('booking');
      const decided = decide(before);
      if (!decided) return before;
      const row = await tx.booking.update({ where: { id }, data: decided.data, include });
      const happened = decided.happened ?? (isChanged(before, row) ? { type: RECORD_CHANGED } : undefined);
      if (happened) emit({ ...happened, subjectType: 'booking', subjectId: id });
      return row;
    });
  }
}
