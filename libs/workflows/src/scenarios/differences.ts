import { walk } from '../definition/walk.js';
import type { Rehearsed } from '../rehearsal/rehearsal.js';
import type { WorkflowDocument } from '../versions/workflow-document.js';
import type { Clock } from './clock.js';
import { mailDifferences } from './mail-differences.js';
import type { ExpectedStep, Scenario } from './scenario.js';

/** What is not as expected, in words: mails first, then steps, then the end. */
export function differencesIn(
  rehearsed: Rehearsed,
  document: WorkflowDocument,
  expect: Scenario['expect'],
  clock: Clock,
): string[] {
  return [
    ...(expect.mails ? mailDifferences(rehearsed, document, expect.mails, clock) : []),
    ...expect.steps.flatMap((step) => ofStep(step, rehearsed, document, clock)),
    ...(expect.end ? ofEnd(expect.end, rehearsed, clock) : []),
  ];
}

function ofStep(
  expected: ExpectedStep,
  { steps }: Rehearsed,
  { definition }: WorkflowDocument,
  clock: Clock,
): string[] {
  const { step: id, status, outcome } = expected;
  if (![...walk(definition.steps)].some(({ step }) => step.id === id)) return [`There is no step "${id}".`];
  const step = steps.findLast(({ stepId }) => stepId === id);
  if (!step)
    return status === 'notReached' ? [] : [`Expected that the run comes to "${id}", but it does not.`];
  if (status === 'notReached') return [`Expected that the run does not come to "${id}", but it does.`];
  const differs = (what: string, wanted: string | undefined, is: string) =>
    wanted === undefined || wanted === is
      ? []
      : [`Expected "${id}" to be ${what}${wanted}, it is ${what}${is}.`];
  const at = clock.instant(expected);
  return [
    ...differs('', status, step.status),
    ...differs('left by ', outcome, step.outcome ?? 'no outcome'),
    ...differs('left at ', at && clock.describe(at), clock.describe(step.at)),
  ];
}

function ofEnd(expected: NonNullable<Scenario['expect']['end']>, { end }: Rehearsed, clock: Clock): string[] {
  const labels = {
    completed: 'is completed',
    exited: 'ends early',
    stopped: 'is stopped',
    open: 'is still open',
  };
  if (expected.result !== end.result)
    return [`Expected that the run ${labels[expected.result]}, but it ${labels[end.result]}.`];
  const at = clock.instant(expected);
  const [wanted, is] = [at && clock.describe(at), clock.describe(end.at)];
  return wanted === undefined || wanted === is
    ? []
    : [`Expected that the run ${labels[end.result]} at ${wanted}, but it is ${is}.`];
}
