import { Anchor, Center, Group, Loader, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { triggerCard, type Definition, type Step } from '@cueline/workflows';
import { useMemo, useState } from 'react';
import { call } from '../../api-client/api.js';
import { getRun } from '../../api-client/generated/sdk.gen.js';
import { Canvas } from '../../canvas-adapter/canvas.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { useMoment } from '../../domain/use-moment.js';
import { ApprovalCard } from '../../domain/approvals/approval-card.js';
import { useApprovalsOfRun } from '../../domain/approvals/use-approvals.js';
import { stepWords } from '../builder/use-document.js';
import { useNames } from '../../domain/use-names.js';
import { runTones, runWords, stepWordsOf } from './run-state.js';
import { RunSteps, type RunStepRow } from './run-steps.js';
import { useRunChanges } from '../../domain/use-run-changes.js';
import { Workbench, WorkbenchBody, WorkbenchView } from '../../kit/workbench.js';
import { StatusDot } from '../../kit/status-dot.js';

/** A run over its version's canvas, live, with the story of its steps beside it. */
export function RunPage() {
  useRunChanges();
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({ queryKey: ['runs', id], queryFn: () => call(getRun({ path: { id } })) });
  if (query.isPending)
    return (
      <Center p="xl">
        <Loader aria-label="Loading" />
      </Center>
    );
  if (!query.data)
    return (
      <ProblemAlert
        error={query.error}
        title="This run could not be loaded"
        onRetry={() => void query.refetch()}
      />
    );
  return <Run run={query.data} />;
}

type RunView = Awaited<ReturnType<typeof getRun<true>>>['data'];

function Run({ run }: { readonly run: RunView }) {
  const moment = useMoment();
  const names = useNames();
  const approvals = useApprovalsOfRun(run.id);
  const [selected, setSelected] = useState<string>();
  const definition = run.definition as Definition;
  const document = useMemo(() => {
    const words = (step: Step) => {
      const passed = latest(run.steps, step.id);
      return { title: stepWords(step, names).title, detail: passed ? standing(passed, moment) : '' };
    };
    return { steps: definition.steps, trigger: triggerCard(definition), words };
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
      <Group gap="xs">
        <Title order={1} size="h3">
          {run.clientName ?? 'No client'}
        </Title>
        <Anchor component={Link} to={`/workflows/${run.workflowId}`}>
          {run.workflowName}, version {run.version}
        </Anchor>
        <StatusDot tone={runTones[run.status]} label={runWords[run.status]} isLive />
        {run.reason && <Text c="dimmed">{run.reason}</Text>}
      </Group>
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

function standing(step: RunStepRow, moment: (instant: string | null) => string): string {
  if (step.endedAt) return `${stepWordsOf[step.status]}, ${moment(step.endedAt)}`;
  return step.dueAt ? `Until ${moment(step.dueAt)}` : stepWordsOf[step.status];
}
