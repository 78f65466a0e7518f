import { blankDefinition, type Step } from '../definition/index.js';
import { kinds } from '../kinds/index.js';
import type { ControlledRun, ControlledStep } from './index.js';

const question = kinds.approve.defaults('question');
const steps: readonly Step[] = [
  kinds.wait.defaults('pause'),
  {
    ...question,
    paths: question.paths.map((path) => ({
      ...path,
      steps: path.id === 'approved' ? [kinds.sendMail.defaults('thanks')] : [],
    })),
  },
  kinds.sendMail.defaults('mail'),
  kinds.callWebhook.defaults('hook'),
  kinds.createTask.defaults('task'),
];
const inside: readonly Step[] = [kinds.sendMail.defaults('thanks')];

/** The first visit of a step. */
export const visited = (
  stepId: string,
  status: string,
  more: Partial<ControlledStep> = {},
): ControlledStep => ({
  stepId,
  visit: 1,
  kind: [...steps, ...inside].find(({ id }) => id === stepId)!.kind,
  status,
  overrideAt: null,
  cause: null,
  ...more,
});

/** A run of pause, question, mail, hook and task that is at the step visited last. */
export const runAt = (
  visits: readonly ControlledStep[],
  more: Partial<ControlledRun> = {},
): ControlledRun => ({
  id: 'run',
  endedAt: null,
  pausedAt: null,
  pauseCause: null,
  currentStepId: visits.at(-1)?.stepId ?? null,
  definition: { ...blankDefinition(), steps },
  steps: visits,
  openSends: [],
  controls: [],
  ...more,
});

export const send = (stepId: string, state: string) => ({ stepId, visit: 1, state });
export const control = (action: string, stepId: string) => ({ action, params: { stepId, visit: 1 } });
