import { z } from 'zod';
import { eventTypeOf } from '../../catalogue/event-types.js';
import type { StepBase } from '../../definition/step.js';
import type { CheckContext, Kind, ProblemDraft, WorkflowFacts } from '../kind.js';

export interface StartWorkflowStep extends StepBase {
  readonly kind: 'startWorkflow';
  /** Id of another workflow or of this one; null while the owner has chosen none. It starts about the same record, and this run goes on. */
  readonly workflow: string | null;
}

export const startWorkflow: Kind<'startWorkflow'> = {
  kind: 'startWorkflow',
  label: 'Start workflow',
  hint: 'Another workflow, or this one again, starts for the same record',
  config: { workflow: z.uuid().nullable() },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'startWorkflow', workflow: null }),
  summary: ({ workflow }, words) => {
    const name = workflow && words.workflowName(workflow);
    return name ? `Start the workflow “${name}”` : 'Start another workflow';
  },
  problems: ({ workflow }, context) =>
    problemsOf(workflow, context).map((one) => ({ path: '/workflow', ...one })),
};

type Found = Omit<ProblemDraft, 'path'>;

function problemsOf(workflow: string | null, { self, reentry, workflows, records }: CheckContext): Found[] {
  if (workflow === null) return [{ code: 'start.noWorkflow', params: {} }];
  if (workflow === self)
    return reentry === 'every-time' ? [] : [{ code: 'start.neverAgain', severity: 'warning', params: {} }];
  if (!workflows) return [];
  const facts = workflows.get(workflow);
  if (!facts) return [{ code: 'start.workflowMissing', params: {} }];
  if (facts.state !== 'published')
    return [{ code: 'start.notPublished', params: { name: facts.name, state: facts.state } }];
  return recordProblems(facts, records);
}

/** What the other workflow knows when its own event starts it must be at hand here. */
function recordProblems({ name, event }: WorkflowFacts, records: readonly string[]): Found[] {
  const needed = eventTypeOf(event)?.records ?? [];
  if (needed.length > 0 && needed[0] !== records[0])
    return [{ code: 'start.otherRecord', params: { name, needs: needed[0]!, has: records[0]! } }];
  const missing = needed.find((record) => !records.includes(record));
  return missing ? [{ code: 'start.recordMissing', params: { name, record: missing } }] : [];
}
