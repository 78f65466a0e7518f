import { Inject, Injectable } from '@nestjs/common';
import { rehearsals } from '@cueline/contracts';
import {
  describeStep,
  eventOf,
  eventTypeOf,
  findStep,
  readerOf,
  reasonWords,
  rehearsalObstacles,
  rehearse,
  startOf,
  webhookMessageOf,
  type Definition,
  type EventType,
  type RehearsedStep,
  type Step,
} from '@cueline/workflows';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { ProblemError } from '../../platform/problem-error.js';
import { placeOf } from '../workflows/problem-places.js';
import { VersionsService } from '../workflows/versions.service.js';
import { WorkflowViews } from '../workflows/workflow-views.service.js';
import { onClocks } from './local-words.js';
import { portsOf } from './rehearsal-ports.js';
import { RehearsalRecords, type RehearsalRecord } from './rehearsal-record.service.js';
import { RehearsedMails } from './rehearsed-mails.service.js';

/** A workflow against a record, in virtual time: by the rules that real runs go by, sending and changing nothing. */
@Injectable()
export class RehearsalsService {
  constructor(
    private readonly views: WorkflowViews,
    private readonly versions: VersionsService,
    private readonly records: RehearsalRecords,
    private readonly mails: RehearsedMails,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async make(
    studioId: string,
    id: string,
    asked: rehearsals.NewRehearsal,
  ): Promise<rehearsals.RehearsalView> {
    const workflow = await this.views.row(studioId, id);
    const definition = await this.versions.definition(studioId, workflow, asked.version);
    const obstacles = rehearsalObstacles(definition);
    if (obstacles.length > 0)
      throw new ProblemError('workflow.notPublishable', undefined, {
        errors: obstacles.slice(0, 100).map((problem) => placeOf(problem, '')),
      });
    const event = eventOf(definition.trigger);
    const [record, words] = await Promise.all([
      this.records.load(studioId, event, asked.record),
      this.views.words(studioId),
    ]);
    const { facts, calendar } = record;
    const start = new Date(asked.start ?? startOf(definition, facts, calendar) ?? Date.now()).toISOString();
    const { steps, end } = rehearse({
      definition,
      event,
      start,
      facts,
      calendar,
      clientZone: record.clientZone,
      happenings: rehearsals.happeningsOf(asked.happenings),
      ports: portsOf(record, this.configuration.WEBHOOK_ALLOW),
    });
    const local = (at: string) => onClocks(at, record);
    const views: rehearsals.RehearsalStepView[] = [];
    for (const step of steps) {
      const place = findStep(definition.steps, step.stepId)!.step;
      views.push({
        ...({ stepId: step.stepId, visit: step.visit, kind: step.kind, status: step.status } as const),
        summary: describeStep(place, words),
        came: local(step.since),
        left: local(step.at),
        due: step.due === undefined ? null : local(step.due),
        outcome: step.outcome ?? null,
        reasons: reasonWords(step.reason, 'rehearsed'),
        mail: await this.#mail(studioId, definition, step, record),
        webhook: webhookOf(place, step, {
          event,
          start,
          workflowId: id,
          record: asked.record ?? null,
          ids: record.ids,
        }),
      });
    }
    const reason = 'reason' in end ? reasonWords(end.reason, 'rehearsed')[0] : undefined;
    return {
      start: local(start),
      steps: views,
      end: { result: end.result, at: local(end.at), reason: reason ?? null },
      samples: record.samples,
    };
  }

  #mail(studioId: string, { steps }: Definition, step: RehearsedStep, record: RehearsalRecord) {
    const place = findStep(steps, step.stepId)!.step;
    if (place.kind !== 'sendMail' || !step.recipients) return null;
    const reader = readerOf(place.to, record.client);
    return this.mails.make(studioId, place.template, step.recipients, step.facts, record.brand, reader);
  }
}

interface Around {
  readonly event: EventType;
  readonly start: string;
  readonly workflowId: string;
  readonly record: rehearsals.NewRehearsal['record'] | null;
  readonly ids: RehearsalRecord['ids'];
}

/** What would be posted; null for a step that would post nothing. */
function webhookOf(
  place: Step,
  { status, at, facts }: RehearsedStep,
  { event, start, workflowId, record, ids }: Around,
): rehearsals.RehearsalStepView['webhook'] {
  if (place.kind !== 'callWebhook' || status !== 'done') return null;
  const { subject } = eventTypeOf(event)!;
  const about = {
    event: { id: null, type: event, occurredAt: start },
    workflow: { id: workflowId },
    run: { id: null },
    record: { type: subject, id: record?.id ?? null },
    ids,
  };
  return { url: place.url, body: webhookMessageOf(place, about, facts, at) };
}
