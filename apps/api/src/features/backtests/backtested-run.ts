import {
  eventOf,
  findStep,
  parseBusinessHours,
  rehearse,
  type Definition,
  type Rehearsed,
  type RehearsalPorts,
  type RehearsedStep,
  type Rewound,
} from '@cueline/workflows';
import { portsOf, type PortFacts } from '../rehearsals/rehearsal-ports.js';

export interface BacktestInput {
  readonly definition: Definition;
  readonly past: Rewound;
  /** When it would have begun, ISO instant. */
  readonly start: string;
  readonly zone: string;
  readonly businessHours: unknown;
  readonly clientZone: string | null;
  readonly people: PortFacts;
  /** The merge fields of the templates, by their ids. */
  readonly usedFields: ReadonlyMap<string, readonly string[]>;
  readonly webhookAllow: RehearsalPorts['webhookAllow'];
}

interface WouldBeMail {
  readonly stepId: string;
  readonly template: string;
  readonly to: string;
  readonly at: string;
}

/** One run that would have been: its mails, and its end. */
export function backtestedRun(input: BacktestInput): { would: WouldBeMail[]; end: Rehearsed['end'] } {
  const { definition, past, start, zone, businessHours, clientZone, people, webhookAllow, usedFields } =
    input;
  const { steps, end } = rehearse({
    definition,
    event: eventOf(definition.trigger),
    start,
    facts: past.facts,
    calendar: { zone, hours: parseBusinessHours(businessHours) },
    clientZone,
    injectedEvents: past.injectedEvents,
    ports: portsOf(people, webhookAllow, (template) => usedFields.get(template) ?? []),
  });
  return { would: steps.flatMap((step) => mailsOf(definition, step)), end };
}

/** The mails to people outside; notices within the studio are no correspondence. */
function mailsOf({ steps }: Definition, step: RehearsedStep): WouldBeMail[] {
  const place = findStep(steps, step.stepId)!.step;
  if (place.kind !== 'sendMail' || step.status !== 'done') return [];
  const { template } = place;
  return (step.recipients ?? []).map((to) => ({
    stepId: step.stepId,
    template: template ?? '',
    to,
    at: step.at,
  }));
}
