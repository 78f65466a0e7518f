import { Injectable } from '@nestjs/common';
import type { templates } from '@cueline/contracts';
import { clientReaderOf, factsOf } from '@cueline/database';
import { eventFor, eventTypeOf, sampleFacts, type EventType, type Facts } from '@cueline/workflows';
import type { Reader } from '@cueline/workflows/locale';
import { invalid, notFound } from '../../platform/problems/problem-error.js';
import { AttachmentsService } from '../files/attachments.service.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { Threads } from '../../platform/threads/threads.service.js';
import type { Checked } from './check-templates.js';
import { problemViews } from './problem-views.js';
import { PreviewFactsRepository } from './preview-facts.repository.js';

/** A template, and what fills it in. */
type Filled = Omit<templates.NewPreview, 'event' | 'clientId'> & {
  readonly event?: EventType | undefined;
  readonly clientId?: string | undefined;
};

interface Sources {
  readonly facts: Facts;
  readonly samples: string[];
  /** Undefined: the studio's own. */
  readonly brandId?: string;
  /** The client, who would get the mail; null where a sample stands in. */
  readonly reader: Reader | null;
}

/** What a mail would look like: written by nobody, sent to nobody. */
@Injectable()
export class TemplatePreviewsService {
  constructor(
    private readonly repository: PreviewFactsRepository,
    private readonly brands: BrandsRepository,
    private readonly threads: Threads,
    private readonly attachments: AttachmentsService,
  ) {}

  async make(studioId: string, request: templates.NewPreview): Promise<templates.TemplatePreview> {
    const { problems, filled, values, samples, facts, event } = await this.fill(studioId, request);
    if (filled.is === 'beyond') {
      const { code, part, message: detail } = filled.problem;
      throw invalid([{ pointer: `/${part}`, code, detail }]);
    }
    const nothing = { subject: request.subject, preheader: '', html: '', text: '' };
    const said = filled.is === 'mail' ? filled.mail : nothing;
    return {
      ...said,
      problems: problemViews(problems),
      samples,
      values: [...values],
      event,
      attachments: await this.attachments.shown(studioId, facts, request.attachments),
    };
  }

  /** The template filled in, its problems, and the brand whose mail it is. */
  async fill(
    studioId: string,
    { event: wanted, clientId, attachments, subject, preheader, html, text, blocks }: Filled,
  ) {
    const source = { subject, preheader, html, text, blocks };
    const event = wanted ?? (await this.#eventFor(studioId, { ...source, attachments }));
    const { facts, samples, brandId, reader } = clientId
      ? await this.#ofClient(studioId, event, clientId)
      : ofSamples(event);
    const brands = await this.brands.list(studioId);
    const brand = brands.find(({ id }) => id === brandId) ?? brands[0];
    if (!brand) throw notFound('brand');
    const { name, zone, currency } = brand;
    const written = await this.threads.run(studioId, 'previewOf', {
      source,
      facts: { ...facts, brand: { name, zone, currency } },
      brand,
      reader,
    });
    return { ...written, brand, samples, facts, event };
  }

  /** The event that a template seems to be for, by the records that its fields are of. */
  async #eventFor(studioId: string, content: Checked): Promise<EventType> {
    const [check] = await this.threads.run(studioId, 'checkTemplates', [content]);
    return eventFor([...new Set(check!.fields.map(({ path }) => path.split('.')[0]!))]);
  }

  /** The client's newest record of the event's kind and all around it; what there is none of is a sample. */
  async #ofClient(studioId: string, event: EventType, clientId: string): Promise<Sources> {
    const client = await this.repository.newest(studioId, 'client', clientId);
    if (!client) throw notFound('client');
    const spec = eventTypeOf(event)!;
    const subject = (await this.repository.newest(studioId, spec.subject, clientId)) ?? client;
    const records = await this.repository.records(studioId, event, subject);
    const real = factsOf(records);
    return {
      facts: { ...sampleFacts(event), ...real },
      samples: spec.records.filter((name) => name !== 'brand' && !(name in real)),
      brandId: records.brand?.id,
      reader: clientReaderOf(records),
    };
  }
}

const ofSamples = (event: EventType): Sources => ({
  facts: sampleFacts(event),
  samples: eventTypeOf(event)!.records.filter((name) => name !== 'brand'),
  reader: null,
});
