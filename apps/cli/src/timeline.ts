import type { rehearsals } from '@cueline/contracts';
import {
  describeStep,
  eventOf,
  eventTypeOf,
  findStep,
  localAt,
  describeReason,
  runScenario,
  type Scenarios,
  type WorkflowDocument,
} from '@cueline/workflows';
import { fillFor } from './offline.js';

/** A rehearsal as lines: each step when it was left, or until when it waits. */
export interface Timeline {
  readonly start: string;
  readonly steps: readonly {
    readonly at: string;
    readonly status: string;
    readonly summary: string;
    /** What came of it: the mail, the path, why not. */
    readonly notes: readonly string[];
  }[];
  readonly end: { readonly at: string; readonly label: string };
  /** Records that samples stand in for. */
  readonly samples: readonly string[];
}

const endLabels = {
  completed: 'completed',
  exited: 'ends early',
  stopped: 'stopped',
  open: 'is still open',
} as const;

const describeEnd = (result: keyof typeof endLabels, reason: string | null | undefined): string =>
  reason ? `${endLabels[result]}: ${reason}` : endLabels[result];

/** As the API tells it, on the brand's clock. */
export const fromStudio = ({ start, steps, end, samples }: rehearsals.RehearsalView): Timeline => ({
  start: start.brand,
  steps: steps.map(({ left, due, status, summary, outcome, mail, reasons }) => ({
    at: status === 'waiting' && due ? due.brand : left.brand,
    status,
    summary,
    notes: [
      ...(outcome === null ? [] : [`path: ${outcome}`]),
      ...(mail ? [`to ${mail.to.join(', ')}: ${mail.problem ?? mail.subject}`] : []),
      ...(status === 'done' ? [] : reasons),
    ],
  })),
  end: { at: end.at.brand, label: describeEnd(end.result, end.reason) },
  samples,
});

/** A file's, on samples. */
export function fromFile(
  document: WorkflowDocument,
  scenarios: Scenarios,
): Timeline | { readonly unable: string } {
  const { definition, templates } = document;
  const result = runScenario(document, scenarios, scenarios.tests[0]!, fillFor);
  if ('unable' in result) return { unable: result.unable };
  const { rehearsed, differences } = result;
  if (!rehearsed) return { unable: differences.join('\n') };
  const on = (at: string) => localAt(at, scenarios.brand.zone).replace('T', ' ');
  const names = new Map(templates.map(({ id, name }) => [id, name]));
  const label = {
    templateName: (id: string) => names.get(id),
    staffName: () => undefined,
    workflowName: () => undefined,
  };
  const { steps, end, start } = rehearsed;
  return {
    start: on(start),
    steps: steps.map(({ stepId, status, at, due, outcome, recipients, subject, reason }) => ({
      at: on(status === 'waiting' && due ? due : at),
      status,
      summary: describeStep(findStep(definition.steps, stepId)!.step, label, 'en'),
      notes: [
        ...(outcome === undefined ? [] : [`path: ${outcome}`]),
        ...(recipients ? [`to ${recipients.join(', ')}${subject === undefined ? '' : `: ${subject}`}`] : []),
        ...(status === 'done' || !reason ? [] : describeReason(reason, 'en', 'rehearsed')),
      ],
    })),
    end: {
      at: on(end.at),
      label: describeEnd(end.result, describeReason('reason' in end && end.reason, 'en', 'rehearsed')[0]),
    },
    samples: eventTypeOf(eventOf(definition.trigger))!.records,
  };
}
