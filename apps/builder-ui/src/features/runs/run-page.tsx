import { Alert, Badge, Center, Drawer, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { describeStep, describeTrigger, type Definition, type Step } from '@cueline/workflows';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { getRun, listTemplates } from '../../api-client/generated/sdk.gen.js';
import { Canvas } from '../../canvas-adapter/canvas.js';
import { momentWords } from '../../shell/moment.js';
import { runColors } from './runs-page.js';
import { useRunChanges } from './use-run-changes.js';

/** A run over its version's canvas, live. */
export function RunPage() {
  useRunChanges();
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({ queryKey: ['runs', id], queryFn: () => call(getRun({ path: { id } })) });
  const templates = useQuery({ queryKey: ['templates'], queryFn: () => call(listTemplates()) });
  const [selected, setSelected] = useState<string>();
  if (query.isPending)
    return (
      <Center p="xl">
        <Loader aria-label="Loading" />
      </Center>
    );
  if (query.error)
    return (
      <Alert color="red" title="This run could not be loaded">
        {query.error.message}
      </Alert>
    );
  const run = query.data;
  const definition = run.definition as Definition;
  const stepOf = (stepId: string) => run.steps.findLast((step) => step.stepId === stepId);
  const words = (step: Step) => {
    const summary = describeStep(step, {
      templateName: (template) => templates.data?.items.find((one) => one.id === template)?.name,
    });
    const record = stepOf(step.id);
    const when = record?.endedAt
      ? `${record.status}, ${momentWords(record.endedAt)}`
      : record
        ? `${record.status}${record.dueAt ? ` until ${momentWords(record.dueAt)}` : ''}`
        : '';
    return { title: step.name ?? summary, detail: when };
  };
  const shown = selected ? stepOf(selected) : undefined;
  return (
    <Stack h="calc(100vh - 84px)" gap="sm">
      <Group>
        <Title order={1} size="h3">
          {run.clientName ?? 'No client'}: {run.workflowName}
        </Title>
        <Badge color={runColors[run.status]} variant="light" role="status">
          {run.status}
        </Badge>
        {run.reason && <Text c="dimmed">{run.reason}</Text>}
      </Group>
      <div
        style={{
          flex: 1,
          minHeight: 320,
          border: '1px solid var(--line)',
          borderRadius: 10,
          overflow: 'hidden',
        }}
      >
        <Canvas
          steps={definition.steps}
          trigger={describeTrigger(definition.trigger)}
          words={words}
          state={(stepId) => stepOf(stepId)?.status}
          selected={selected}
          onSelect={setSelected}
        />
      </div>
      <Drawer
        opened={selected !== undefined}
        onClose={() => setSelected(undefined)}
        position="right"
        title="Why"
      >
        {shown ? (
          <List>
            {(shown.reasons.length > 0 ? shown.reasons : [shown.status]).map((reason) => (
              <List.Item key={reason}>{reason}</List.Item>
            ))}
          </List>
        ) : (
          <Text c="dimmed">The run has not come here.</Text>
        )}
      </Drawer>
    </Stack>
  );
}
