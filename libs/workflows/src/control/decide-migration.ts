import { planOf, type Plan } from '../interpreter/plan.js';
import { stepTarget } from '../versions/step-target.js';
import type { ControlDecision } from './control-decision.js';
import { latestVisit, type ControlledRun } from './controlled-run.js';

/** The version that a run is to migrate to. */
export interface MigrationTarget {
  readonly versionId: string;
  readonly number: number;
  readonly plan: Plan;
}

/** May this run migrate to another version? What is under way when the run hears of it is finished first. */
export function decideMigration(
  run: ControlledRun,
  { versionId, number, plan }: MigrationTarget,
): ControlDecision {
  if (run.endedAt || run.pauseCause === 'stop') return { type: 'refused', code: 'run.ended' };
  const step = run.currentStepId === null ? undefined : latestVisit(run, run.currentStepId);
  const current = { stepId: run.currentStepId, underWay: step?.status === 'running' };
  if (stepTarget(planOf(run.definition), plan, current).type === 'refused')
    return { type: 'refused', code: 'run.noSuchStep' };
  return {
    type: 'requested',
    change: { params: { version: number }, signal: { kind: 'migrate', payload: { versionId, plan } } },
  };
}
