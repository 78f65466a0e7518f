import { landing, planOf, type Plan } from '@cueline/workflows';
import { STOPPED, type Decision, type RunAsItStands } from './decide-control.js';

/** The version that a run is asked to go on by. */
export interface Target {
  readonly versionId: string;
  readonly number: number;
  readonly plan: Plan;
}

/** Pure: may this run go on by another version? What is under way when the run hears of it is finished first. */
export function decideMove(run: RunAsItStands, { versionId, number, plan }: Target): Decision {
  if (run.endedAt || run.pauseReason === STOPPED) return { type: 'refused', code: 'run.ended' };
  const step = run.steps
    .filter(({ stepId }) => stepId === run.currentStepId)
    .sort((a, b) => b.visit - a.visit)[0];
  const stand = { stepId: run.currentStepId, underWay: step?.status === 'running' };
  if (landing(planOf(run.definition), plan, stand).type === 'refused')
    return { type: 'refused', code: 'run.noSuchStep' };
  return {
    type: 'asked',
    change: { params: { version: number }, signal: { kind: 'migrate', payload: { versionId, plan } } },
  };
}
