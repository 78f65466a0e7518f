import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Step } from '@cueline/workflows';
import { useMemo, useState } from 'react';
import { call } from '../../api-client/api.js';
import { withDefinition } from '../../api-client/definitions.js';
import { getRun } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { Canvas } from '../../canvas-adapter/canvas.js';
import { ApprovalCard } from '../../domain/approvals/approval-card.js';
import { useApprovalsOfRun } from '../../domain/approvals/use-approvals.js';
import { stepContent, triggerContent } from '../../domain/step-content.js';
import { useMoment } from '../../domain/use-moment.js';
import { useNames } from '../../domain/use-names.js';
import { useRunChanges } from '../../domain/use-run-changes.js';
import { QueryGate } from '../../kit/query-gate.js';
import { RecordHead } from '../../kit/record-head.js';
import { StatusDot } from '../../kit/status-dot.js';
import { Workbench, WorkbenchBody, WorkbenchView } from '../../kit/workbench.js';
import { m } from './messages.js';
import { runLabels, runTones, stepLabels } from './run-state.js';
import { RunSteps, type RunStepRow } from './run-steps.js';

const loadRun = async (id: string) => withDefinition(await call(getRun({ path: { id } })));

/** A run over its version's canvas, live, with the story of its steps beside it. */
export function RunPage() {
  useRunChanges();
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({ queryKey: keys.runs.one(id), queryFn: () => loadRun(id) });
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {(run) => <Run run={run} />}
    </QueryGate>
  );
}

function Run({ run }: { readonly run: Awaited<ReturnType<typeof loadRun>> }) {
  const moment = useMoment();
  const names = useNames();
  const approvals = useApprovalsOfRun(run.id);
  const [selected, setSelected] = useState<string>();
  const { definition } = run;
  const document = useMemo(() => {
    const content = (step: Step) => {
      const passed = latest(run.steps, step.id);
      return { title: stepContent(step, names).title, detail: passed ? stateOf(passed, moment) : '' };
    };
    return { steps: definition.steps, trigger: triggerContent(definition), content };
  }, [definition, run.steps, names, moment]);
  const state = useMemo(
    () => ({
      selected,
      onSelect: setSelected,
      state: (stepId: string) =>
        stepId === 'trigger' ? 'done' : (latest(run.steps, stepId)?.status ?? 'ahead'),
    }),
    [selected, run.steps],
  );
  return (
    <Workbench>
      <RecordHead
        title={run.clientName ?? m.noClient}
        place={m.title}
        facts={
          <>
            <StatusDot tone={runTones[run.status]} label={runLabels[run.status]} isLive />
            <Anchor component={Link} to={`/workflows/${run.workflowId}`} size="sm">
              {m.ofVersion(run.workflowName, run.version)}
            </Anchor>
            {run.reason && <Text c="dimmed">{run.reason}</Text>}
          </>
        }
      />
      {approvals.data?.items.map((approval) => (
        <ApprovalCard key={approval.id} approval={approval} onItsRun />
      ))}
      <WorkbenchBody isStacked>
        <WorkbenchView mode="canvas">
          <Canvas document={document} state={state} />
        </WorkbenchView>
        <RunSteps
          run={run}
          definition={definition}
          names={names}
          selected={selected}
          onSelect={setSelected}
        />
      </WorkbenchBody>
    </Workbench>
  );
}

const latest = (steps: readonly RunStepRow[], stepId: string) =>
  steps.findLast((step) => step.stepId === stepId);

function stateOf(step: RunStepRow, moment: (instant: string | null) => string): string {
  if (step.endedAt) return m.stateAt(stepLabels[step.status], moment(step.endedAt));
  return step.dueAt ? m.until(moment(step.dueAt)) : stepLabels[step.status];
}
