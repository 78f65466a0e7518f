import { Injectable } from '@nestjs/common';
import type { bookings } from '@cueline/contracts';
import { choiceLabel, statusTransition, type Texts } from '@cueline/workflows';
import { pageOf } from '../../platform/paging/cursor.js';
import { decided } from '../../platform/database/decided.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { BookingsRepository } from './bookings.repository.js';

type Detail = NonNullable<Awaited<ReturnType<BookingsRepository['find']>>>;
type Row = Omit<Detail, 'vendors' | 'staff'>;
type Status = bookings.Booking['status'];

const isAlready = (status: string): Texts => ({
  en: `The booking is ${status}.`,
  de: `Die Buchung ist im Status „${choiceLabel('booking.status', status, 'de')}“.`,
});

@Injectable()
export class BookingsService {
  constructor(
    private readonly repository: BookingsRepository,
    private readonly brands: BrandsRepository,
  ) {}

  async list(studioId: string, query: bookings.BookingQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string) {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('booking');
    return detail(row);
  }

  async create(studioId: string, body: bookings.NewBooking) {
    return view(
      await this.repository.create(studioId, await this.brands.brandId(studioId, body.brandId), body),
    );
  }

  async update(studioId: string, id: string, data: bookings.BookingPatch) {
    return view(await this.repository.change(studioId, id, () => ({ data })));
  }

  async reschedule(studioId: string, id: string, body: bookings.Reschedule) {
    const data = { startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) };
    const row = await this.repository.change(studioId, id, (before) => {
      if (before.status === 'cancelled' || before.status === 'completed')
        throw new ProblemError('resource.conflict', isAlready(before.status));
      if (+before.startsAt === +data.startsAt && +before.endsAt === +data.endsAt) return undefined;
      const moved = {
        previousStartsAt: before.startsAt.toISOString(),
        startsAt: data.startsAt.toISOString(),
      };
      return { data, happened: { type: 'booking.rescheduled', data: moved } };
    });
    return view(row);
  }

  confirm = (studioId: string, id: string) => this.#changeState(studioId, id, 'confirmed');
  complete = (studioId: string, id: string) => this.#changeState(studioId, id, 'completed');
  cancel = (studioId: string, id: string, data: bookings.Cancellation) =>
    this.#changeState(studioId, id, 'cancelled', data);

  /** Said twice it has happened once. */
  async #changeState(studioId: string, id: string, status: Exclude<Status, 'tentative'>, data: object = {}) {
    const row = await this.repository.change(studioId, id, (before) => {
      const next = statusTransition.booking(before.status, status, data);
      if (next.type === 'unchanged') return undefined;
      if (next.type === 'refused') throw new ProblemError('resource.conflict', isAlready(before.status));
      return decided({ status }, next);
    });
    return view(row);
  }
}

const view = (row: Row): bookings.Booking => ({
  id: row.id,
  brandId: row.brandId,
  clientId: row.clientId,
  projectId: row.projectId,
  clientName: [row.client.firstName, row.client.lastName].filter(Boolean).join(' '),
  title: row.title,
  kind: row.kind,
  status: row.status,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  location: row.location,
  notes: row.notes,
  createdAt: row.createdAt.toISOString(),
});

const detail = (row: Detail): bookings.BookingDetail => ({
  ...view(row),
  vendors: row.vendors.map(({ vendorId, vendor, service }) => ({ vendorId, name: vendor.name, service })),
  staff: row.staff.map(({ staffId, staff, duty }) => ({
    staffId,
    name: [staff.firstName, staff.lastName].filter(Boolean).join(' '),
    duty,
  })),
});
