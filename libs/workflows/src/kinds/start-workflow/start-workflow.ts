import { z } from 'zod';
import { eventTypeOf } from '../../catalogue/event-types.js';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { CheckContext, WorkflowFacts } from '../check-context.js';
import type { Kind } from '../kind.js';
import { startProblems } from './messages.js';

type Code = keyof typeof startProblems;

export const startWorkflow: Kind<'startWorkflow', Code> = {
  kind: 'startWorkflow',
  label: { en: 'Start workflow', de: 'Ablauf starten' },
  hint: {
    en: 'Another workflow, or this one again, starts for the same record',
    de: 'Ein anderer Ablauf, oder dieser noch einmal, startet für denselben Datensatz',
  },
  family: 'logic',
  icon: 'repeat',
  config: { workflow: z.uuid().nullable() },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'startWorkflow', workflow: null }),
  summary: ({ workflow }, labels, language) => {
    const name = workflow && labels.workflowName(workflow);
    if (language === 'de') return name ? `Ablauf „${name}“ starten` : 'Anderen Ablauf starten';
    return name ? `Start the workflow “${name}”` : 'Start another workflow';
  },
  problemMessages: startProblems,
  problems: ({ workflow }, context) =>
    problemsOf(workflow, context).map((one) => ({ path: '/workflow', ...one })),
  causes: ({ workflow }) => (workflow === null ? [] : [{ type: 'start', workflow, at: '/workflow' }]),
};

type Found = Omit<ProblemDraftOf<Code>, 'path'>;

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
