import { Injectable } from '@nestjs/common';
import type { backtests } from '@cueline/contracts';
import { candidateOf, factsOf, type RecordContext } from '@cueline/database';
import {
  asStarting,
  decideStart,
  eventOf,
  isEventType,
  parseBusinessHours,
  describeReason,
  reentryKeyOf,
  rehearsalObstacles,
  rewind,
  startOf,
  type Calendar,
  type Definition,
  type Facts,
  type PastEvent,
  type Rewound,
} from '@cueline/workflows';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { ProblemError } from '../../platform/problems/problem-error.js';
import { tooCostly } from '../../platform/threads/threads.service.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { TemplatesService } from '../templates/templates.service.js';
import { placeOf } from '../workflows/views/problem-places.js';
import { templatesIn } from '../workflows/views/templates-in.js';
import { StudioRepository } from '../studio/studio.repository.js';
import { VersionsService } from '../workflows/versions/versions.service.js';
import { WorkflowViews } from '../workflows/views/workflow-views.service.js';
import { BacktestedRuns, type Brand } from './backtested-runs.service.js';
import { PastEventsRepository } from './past-events.repository.js';

/** Events of one backtest: each is a rehearsal of its own. */
const MOST = 200;
/** All of them together. */
const MOST_MS = 30_000;
const DAY_MS = 86_400_000;
/** A date trigger counts from records, which may be much older than the moments that it starts at. */
const ALL_TIME = new Date(0);

/** A draft, or a version, over what has happened: by the rules that runs go by, with the facts of today taken back to how they stood then. */
@Injectable()
export class BacktestsService {
  constructor(
    private readonly views: WorkflowViews,
    private readonly versions: VersionsService,
    private readonly events: PastEventsRepository,
    private readonly brands: BrandsRepository,
    private readonly studios: StudioRepository,
    private readonly templates: TemplatesService,
    private readonly runs: BacktestedRuns,
  ) {}

  async make(
    studioId: string,
    id: string,
    { version, days }: backtests.NewBacktest,
  ): Promise<backtests.BacktestView> {
    const workflow = await this.views.row(studioId, id);
    const definition = await this.versions.definition(studioId, workflow, version);
    const obstacles = rehearsalObstacles(definition);
    if (obstacles.length > 0)
      throw new ProblemError('workflow.notPublishable', undefined, {
        errors: obstacles.slice(0, 100).map((problem) => placeOf(problem, '')),
      });
    const until = new Date();
    const deadline = performance.now() + MOST_MS;
    const since = new Date(until.getTime() - days * DAY_MS);
    const from = definition.trigger.type === 'date' ? ALL_TIME : since;
    const found = await this.events.starts(studioId, eventOf(definition.trigger), from, MOST + 1);
    const looked = found.slice(-MOST);
    const [brands, names, studio, templates] = await Promise.all([
      this.brands.list(studioId),
      this.views.labels(studioId),
      this.studios.get(studioId),
      this.templates.facts(studioId, templatesIn(definition)),
    ]);
    const usedFields = new Map(
      [...templates].map(([id, { fields }]) => [id, fields.map(({ path }) => path)]),
    );
    const mailsPerDay = studio.mailsPerContactAndDay;
    const runs: backtests.BacktestedRun[] = [];
    const notStarted: backtests.BacktestView['notStarted'] = [];
    const taken = new Set<string>();
    for (const records of looked) {
      const brand = brands.find((one) => one.id === records.brand?.id);
      if (!brand) continue;
      const past = await this.#past(studioId, records);
      const start = startIn(definition, records, past, { since, until }, brand);
      if (start === undefined) continue;
      const event = { id: records.eventId, type: records.eventType, at: records.occurredAt.toISOString() };
      const candidate = asStarting(definition, candidateOf(records, past.facts));
      const { starts, reason } = decideStart(definition.trigger, candidate, start);
      const key = reentryKeyOf(definition.trigger, candidate);
      if (!starts || taken.has(key)) {
        const why = starts ? { code: 'match.reentry' } : reason;
        notStarted.push({ event, reasons: describeReason(why, replyLanguage()) });
        continue;
      }
      taken.add(key);
      if (performance.now() > deadline)
        throw tooCostly({
          en: 'This backtest takes longer than one request may. Choose fewer days.',
          de: 'Dieser Rückblick dauert länger, als eine Anfrage darf. Wähle weniger Tage.',
        });
      runs.push(
        await this.runs.make(
          studioId,
          { definition, records, past, start, brand, until, names, mailsPerDay, usedFields },
          event,
        ),
      );
    }
    const mails = runs.flatMap((run) => run.mails);
    return {
      since: since.toISOString(),
      until: until.toISOString(),
      looked: looked.length,
      more: found.length > MOST,
      runs,
      notStarted,
      mails: {
        would: mails.length,
        alsoLeft: mails.filter(({ did }) => did).length,
        gone: runs.reduce((sum, { gone }) => sum + gone.length, 0),
      },
    };
  }

  async #past(studioId: string, records: RecordContext): Promise<Rewound> {
    const later = await this.events.later(studioId, records);
    return rewind(factsOf(records), later.flatMap(pastEvent));
  }
}

function pastEvent(records: RecordContext): PastEvent[] {
  const { eventType: type, eventData: data, occurredAt } = records;
  return isEventType(type) ? [{ type, at: occurredAt.toISOString(), data, facts: factsOf(records) }] : [];
}

/** When the run would have begun; undefined where that is no moment of the window. */
function startIn(
  definition: Definition,
  { occurredAt }: RecordContext,
  { facts }: { readonly facts: Facts },
  { since, until }: { readonly since: Date; readonly until: Date },
  brand: Brand,
): string | undefined {
  if (definition.trigger.type !== 'date') return occurredAt.toISOString();
  const calendar: Calendar = { zone: brand.zone, hours: parseBusinessHours(brand.businessHours) };
  const start = startOf(definition, facts, calendar);
  const at = start === null ? Number.NaN : Date.parse(start);
  return at >= since.getTime() && at <= until.getTime() ? start! : undefined;
}
