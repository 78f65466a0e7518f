import { Injectable } from '@nestjs/common';
import type { bookings } from '@cueline/contracts';
import { pageOf } from '../../platform/cursor.js';
import { notFound, ProblemError } from '../../platform/problem-error.js';
import { BrandsRepository } from '../account/brands.repository.js';
import { BookingsRepository } from './bookings.repository.js';

type Row = NonNullable<Awaited<ReturnType<BookingsRepository['find']>>>;
type Status = bookings.Booking['status'];

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
    return view(await this.#row(studioId, id));
  }

  async create(studioId: string, body: bookings.NewBooking) {
    return view(
      await this.repository.create(studioId, await this.brands.brandId(studioId, body.brandId), body),
    );
  }

  async update(studioId: string, id: string, body: bookings.BookingPatch) {
    await this.#row(studioId, id);
    return view(await this.repository.update(studioId, id, body));
  }

  async reschedule(studioId: string, id: string, { startsAt, endsAt }: bookings.Reschedule) {
    const before = await this.#open(studioId, id);
    const data = {
      previousStartsAt: before.startsAt.toISOString(),
      startsAt: new Date(startsAt).toISOString(),
    };
    const moved = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return view(await this.repository.update(studioId, id, moved, { type: 'booking.rescheduled', data }));
  }

  confirm = (studioId: string, id: string) => this.#become(studioId, id, 'confirmed');
  complete = (studioId: string, id: string) => this.#become(studioId, id, 'completed');
  cancel = (studioId: string, id: string, data: bookings.Cancellation) =>
    this.#become(studioId, id, 'cancelled', data);

  /** Said twice it has happened once. */
  async #become(studioId: string, id: string, status: Exclude<Status, 'tentative'>, data: object = {}) {
    const before = await this.#row(studioId, id);
    if (before.status === status) return view(before);
    if (before.status === 'cancelled')
      throw new ProblemError('resource.conflict', 'The booking is cancelled.');
    return view(await this.repository.update(studioId, id, { status }, { type: `booking.${status}`, data }));
  }

  async #open(studioId: string, id: string): Promise<Row> {
    const row = await this.#row(studioId, id);
    if (row.status === 'cancelled' || row.status === 'completed')
      throw new ProblemError('resource.conflict', `The booking is ${row.status}.`);
    return row;
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('booking');
    return row;
  }
}

const view = (row: Row): bookings.Booking => ({
  id: row.id,
  brandId: row.brandId,
  clientId: row.clientId,
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
