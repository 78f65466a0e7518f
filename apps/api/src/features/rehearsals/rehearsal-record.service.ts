import { Injectable } from '@nestjs/common';
import type { rehearsals } from '@cueline/contracts';
import {
  allPeople,
  clientReaderOf,
  factsOf,
  idsOf,
  namedStaff,
  Suppressions,
  textOf,
  type RecordContext,
  type SuppressedAddress,
} from '@cueline/database';
import {
  parseBusinessHours,
  eventTypeOf,
  recordLabel,
  localAt,
  sampleFacts,
  samplePeople,
  type Calendar,
  type ClientReader,
  type Definition,
  type EventType,
  type Facts,
  type MailedOnDay,
  type NamedStaff,
  type People,
} from '@cueline/workflows';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { StudioRepository } from '../studio/studio.repository.js';
import { PreviewFactsRepository } from '../templates/preview-facts.repository.js';

type Brand = Awaited<ReturnType<BrandsRepository['list']>>[number];

/** What a workflow is rehearsed on. */
export interface RehearsalRecord {
  readonly people: People;
  readonly staff: readonly NamedStaff[];
  readonly facts: Facts;
  /** Of the records at hand, by their names; null where a sample stands in. */
  readonly ids: Readonly<Record<string, string | null>>;
  readonly brand: Brand;
  readonly calendar: Calendar;
  readonly clientZone: string | null;
  /** As mail is written for one; null where a sample stands in. */
  readonly client: ClientReader | null;
  readonly optedOut: boolean;
  readonly suppressed: readonly SuppressedAddress[];
  readonly mailsPerDay: number | null;
  readonly mailed: readonly MailedOnDay[];
  readonly cameOfInquiry: boolean;
  readonly samples: string[];
}

/** A real record, read and left as it is, or a sample. */
@Injectable()
export class RehearsalRecords {
  constructor(
    private readonly records: PreviewFactsRepository,
    private readonly brands: BrandsRepository,
    private readonly studios: StudioRepository,
    private readonly database: StudioDatabase,
  ) {}

  async load(
    studioId: string,
    event: EventType,
    subject: rehearsals.NewRehearsal['record'],
    definition: Definition,
  ): Promise<RehearsalRecord> {
    const spec = eventTypeOf(event)!;
    const [brands, studio] = await Promise.all([this.brands.list(studioId), this.studios.get(studioId)]);
    if (subject && subject.type !== spec.subject)
      throw new ProblemError('request.invalid', undefined, {
        errors: [
          {
            pointer: '/record/type',
            code: 'rehearsal.otherRecord',
            detail: {
              en: `This workflow starts from a record of the kind ${spec.subject}. Choose one of those.`,
              de: `Dieser Ablauf startet mit einem Datensatz der Art „${recordLabel(spec.subject, 'de')}“. Wähle so einen.`,
            },
          },
        ],
      });
    const real = subject && (await this.records.records(studioId, event, subject));
    const known = real ? factsOf(real) : {};
    if (subject && !(subject.type in known)) throw notFound(subject.type);
    const brand = brands.find(({ id }) => id === real?.brand?.id) ?? brands[0];
    if (!brand) throw notFound('brand');
    const { name, zone, currency } = brand;
    const ids = real ? idsOf(real) : {};
    const sampled = Object.fromEntries(spec.records.map((record) => [record, null]));
    const people = await this.#people(studioId, ids['booking']);
    const facts = { ...sampleFacts(event), ...known, brand: { name, zone, currency } };
    return {
      facts,
      ids: { ...sampled, brand: brand.id, ...ids, studio: studioId },
      brand,
      calendar: { zone, hours: parseBusinessHours(brand.businessHours) },
      clientZone: textOf(real?.client?.zone),
      client: real ? clientReaderOf(real) : null,
      mailsPerDay: studio.mailsPerContactAndDay,
      mailed: real ? await this.#mailedSince(studioId, localAt(new Date().toISOString(), zone)) : [],
      cameOfInquiry: real ? await this.cameOfInquiry(studioId, real) : false,
      optedOut: Boolean(real?.client?.marketingOptOutAt),
      suppressed: await this.suppressedIn(studioId, { definition, facts, people }),
      people,
      staff: await this.staffOf(studioId),
      samples: spec.records.filter((record) => record !== 'brand' && !(record in known)),
    };
  }

  /** Of the studio, and on a booking; the sample's where there is none. */
  async #people(studioId: string, bookingId: string | null | undefined): Promise<People> {
    const people = await this.peopleAround(studioId, bookingId ?? null);
    const { staffOnBooking, vendorsOnBooking } = samplePeople;
    return bookingId ? people : { ...people, staffOnBooking, vendorsOnBooking };
  }

  peopleAround(studioId: string, bookingId: string | null): Promise<People> {
    return allPeople(this.database.database.pool, studioId, bookingId);
  }

  /** Those of the addresses named anywhere in these values that get no mail, or no marketing mail. */
  suppressedIn(studioId: string, named: object): Promise<readonly SuppressedAddress[]> {
    const addresses = JSON.stringify(named).match(/[^\s"\\<>]+@[^\s"\\<>]+/g) ?? [];
    return new Suppressions(this.database.database.pool, studioId).among(addresses);
  }

  staffOf(studioId: string): Promise<readonly NamedStaff[]> {
    return namedStaff.rows(this.database.database.pool, { studioId });
  }

  /** A stranger wrote, or the client came of one who did: the name is what they gave. */
  async cameOfInquiry(studioId: string, { inquiry, client }: RecordContext): Promise<boolean> {
    if (inquiry) return true;
    const clientId = client?.id;
    if (clientId === null) return false;
    const select = { id: true } as const;
    return (await this.database.of(studioId).inquiry.findFirst({ where: { clientId }, select })) !== null;
  }

  /** @param local date and time in the brand's zone: mails of that day, and of later ones where a brand is ahead */
  async #mailedSince(studioId: string, local: string): Promise<MailedOnDay[]> {
    const day = new Date(`${local.slice(0, 10)}T00:00:00Z`);
    const studio = this.database.of(studioId);
    const dayOf = (date: Date) => date.toISOString().slice(0, 10);
    const sent = await studio.mailsOfDay.findMany({ where: { day: { gte: day } } });
    // What waits for a later day has its place on it.
    const delayed = await studio.send.findMany({
      where: { state: 'queued', delayedTo: { gte: day } },
      select: { toAddress: true, delayedTo: true },
      take: 5_000,
    });
    return [
      ...sent.map((row) => ({ ...row, day: dayOf(row.day) })),
      ...delayed.map(({ toAddress, delayedTo }) => ({
        address: toAddress,
        day: dayOf(delayedTo!),
        mails: 1,
      })),
    ];
  }
}
