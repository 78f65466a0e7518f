import type { rehearsals } from '@cueline/contracts';
import type { TemplateContent } from '@cueline/email';
import {
  describeStep,
  eventTypeOf,
  findStep,
  readerOf,
  describeReason,
  rehearse,
  startOf,
  webhookMessageOf,
  type Definition,
  type EventType,
  type Language,
  type InjectedEvent,
  type RehearsalPorts,
  type RehearsedStep,
  type Step,
} from '@cueline/workflows';
import { summaryNames, type Names } from '../workflows/views/names.js';
import { onClocks } from './on-clocks.js';
import { portsOf } from './rehearsal-ports.js';
import type { RehearsalRecord } from './rehearsal-record.service.js';
import { RehearsedMails } from './rehearsed-mails.js';

export interface RehearsalInput {
  readonly workflowId: string;
  readonly definition: Definition;
  readonly event: EventType;
  readonly record: RehearsalRecord;
  readonly request: Pick<rehearsals.NewRehearsal, 'record' | 'start'>;
  readonly injectedEvents: readonly InjectedEvent[];
  readonly names: Names;
  readonly language: Language;
  /** Those that the definition names, by their ids. */
  readonly templates: ReadonlyMap<string, TemplateContent & { readonly name: string }>;
  readonly webhookAllow: RehearsalPorts['webhookAllow'];
  /** ISO instant: when it begins, where nothing else says. */
  readonly now: string;
}

/** A workflow against a record, in virtual time: by the rules that real runs go by, sending and changing nothing. */
export function rehearsedView(input: RehearsalInput): rehearsals.RehearsalView {
  const { definition, event, record, request, templates, names, webhookAllow, workflowId, language } = input;
  const { facts, calendar } = record;
  const start = new Date(request.start ?? startOf(definition, facts, calendar) ?? input.now).toISOString();
  const mails = new RehearsedMails(templates, record.brand, language, () => performance.now());
  const { steps, end } = rehearse({
    definition,
    event,
    start,
    facts,
    calendar,
    clientZone: record.clientZone,
    injectedEvents: input.injectedEvents,
    ports: portsOf(record, webhookAllow, (template) => mails.fieldsOf(template)),
  });
  const local = (at: string) => onClocks(at, record, language);
  const labels = summaryNames(names);
  const around = { event, start, workflowId, record: request.record ?? null, ids: record.ids };
  const views = steps.map((step): rehearsals.RehearsalStepView => {
    const place = findStep(definition.steps, step.stepId)!.step;
    return {
      ...({ stepId: step.stepId, visit: step.visit, kind: step.kind, status: step.status } as const),
      summary: describeStep(place, labels, language),
      came: local(step.since),
      left: local(step.at),
      due: step.due === undefined ? null : local(step.due),
      outcome: step.outcome ?? null,
      reasons: describeReason(step.reason, language, 'rehearsed'),
      mail:
        place.kind === 'sendMail' && step.recipients
          ? mails.make(place.template, step.recipients, step.facts, readerOf(place.to, record.client))
          : null,
      webhook: webhookOf(place, step, around),
    };
  });
  const reason = 'reason' in end ? describeReason(end.reason, language, 'rehearsed')[0] : undefined;
  return {
    start: local(start),
    steps: views,
    end: { result: end.result, at: local(end.at), reason: reason ?? null },
    samples: record.samples,
  };
}

interface ViewContext {
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
  { event, start, workflowId, record, ids }: ViewContext,
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
