import {
  Alert,
  Badge,
  Button,
  Center,
  Drawer,
  Group,
  Loader,
  Modal,
  Stack,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import {
  allowedAt,
  describeStep,
  describeTrigger,
  duplicateOperation,
  findStep,
  freshStepId,
  kinds,
  type Slot,
  type Step,
  type StepKind,
} from '@cueline/workflows';
import { useCallback, useMemo, useState } from 'react';
import { call, ifMatch } from '../../api-client/api.js';
import { listTemplates, publishWorkflow } from '../../api-client/generated/sdk.gen.js';
import { Canvas } from '../../canvas-adapter/canvas.js';
import { StepForm } from './step-form.js';
import { StepPicker } from './step-picker.js';
import { TriggerForm } from './trigger-form.js';
import { useDraft } from './use-draft.js';

export function BuilderPage() {
  const { id = '' } = useParams({ strict: false });
  const draft = useDraft(id);
  const templates = useQuery({ queryKey: ['templates'], queryFn: () => call(listTemplates()) });
  const [selected, setSelected] = useState<string>();
  const [slot, setSlot] = useState<Slot>();
  const { definition } = draft;
  const workflow = draft.query.data;
  const templateItems = templates.data?.items;

  const words = useCallback(
    (step: Step) => {
      const summary = describeStep(step, {
        templateName: (template) => templateItems?.find((one) => one.id === template)?.name,
      });
      return step.name ? { title: step.name, detail: summary } : { title: summary, detail: '' };
    },
    [templateItems],
  );
  const problems = useMemo(() => workflow?.problems ?? [], [workflow]);
  if (draft.query.isPending)
    return (
      <Center p="xl">
        <Loader aria-label="Loading" />
      </Center>
    );
  if (!definition || !workflow)
    return (
      <Alert color="red" title="This workflow could not be loaded">
        {draft.query.error?.message}
      </Alert>
    );

  const step = selected === undefined ? undefined : findStep(definition.steps, selected)?.step;
  const insert = (kind: StepKind) => {
    const at = slot!;
    setSlot(undefined);
    const stepId = freshStepId(definition, kind);
    if (draft.edit({ type: 'insertStep', slot: at, step: kinds[kind].defaults(stepId) })) setSelected(stepId);
  };
  const remove = (stepId: string) => {
    setSelected(undefined);
    if (!draft.edit({ type: 'removeStep', stepId })) return;
    notifications.show({ title: 'Step removed', message: 'Undo brings it back, with everything below it.' });
  };
  const duplicate = (stepId: string) => {
    const operation = duplicateOperation(definition, stepId);
    if (operation) draft.edit(operation);
  };
  const problemOf = (stepId: string) => problems.find((problem) => problem.stepId === stepId)?.message;

  return (
    <Stack h="calc(100vh - 84px)" gap="sm">
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={1} size="h3">
            {workflow.name}
          </Title>
          <Badge variant="light" color={workflow.state === 'published' ? 'green' : 'gray'}>
            {workflow.state}
            {workflow.publishedVersion ? ` v${workflow.publishedVersion}` : ''}
          </Badge>
          <Text size="sm" c="dimmed" role="status">
            {draft.saving ? 'Saving …' : 'Saved'}
          </Text>
        </Group>
        <Group gap="xs">
          <Button variant="default" disabled={!draft.canUndo} onClick={draft.undo}>
            Undo
          </Button>
          <Button variant="default" disabled={!draft.canRedo} onClick={draft.redo}>
            Redo
          </Button>
          <Problems problems={problems} onSelect={(stepId) => setSelected(stepId ?? 'trigger')} />
          <Publish
            id={id}
            changed={workflow.changed}
            problems={problems.filter(({ severity }) => severity === 'error').length}
            settled={draft.settled}
          />
        </Group>
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
        <VisuallyHidden>The workflow as a canvas. Tab goes from step to step.</VisuallyHidden>
        <Canvas
          steps={definition.steps}
          trigger={describeTrigger(definition.trigger)}
          words={words}
          selected={selected}
          problem={problemOf}
          onSelect={setSelected}
          onAdd={setSlot}
        />
      </div>
      <StepPicker
        allowed={slot && allowedAt(definition, slot)}
        onPick={insert}
        onClose={() => setSlot(undefined)}
      />
      <Drawer
        opened={selected === 'trigger' || step !== undefined}
        onClose={() => setSelected(undefined)}
        position="right"
        title={step ? kinds[step.kind].label : 'How it starts'}
      >
        {step ? (
          <Stack>
            {problems
              .filter(({ stepId }) => stepId === step.id)
              .map((problem) => (
                <Alert
                  key={problem.path + problem.code}
                  color={problem.severity === 'error' ? 'red' : 'yellow'}
                >
                  {problem.message}
                </Alert>
              ))}
            <StepForm
              step={step}
              event={definition.trigger.event}
              templates={templateItems ?? []}
              edit={draft.edit}
            />
            <Group>
              <Button variant="default" onClick={() => duplicate(step.id)}>
                Duplicate
              </Button>
              <Button variant="light" color="red" onClick={() => remove(step.id)}>
                Remove
              </Button>
            </Group>
          </Stack>
        ) : (
          <TriggerForm definition={definition} edit={draft.edit} />
        )}
      </Drawer>
    </Stack>
  );
}

type ProblemRow = {
  readonly code: string;
  readonly path: string;
  readonly stepId?: string;
  readonly severity: string;
  readonly message: string;
};

function Problems({
  problems,
  onSelect,
}: {
  readonly problems: readonly ProblemRow[];
  readonly onSelect: (stepId: string | undefined) => void;
}) {
  const [open, setOpen] = useState(false);
  if (problems.length === 0) return null;
  return (
    <>
      <Button variant="light" color="yellow" onClick={() => setOpen(true)}>
        {problems.length} {problems.length === 1 ? 'problem' : 'problems'}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Problems">
        <Stack gap="xs">
          {problems.map((problem) => (
            <Button
              key={problem.path + problem.code}
              variant="default"
              h="auto"
              py="xs"
              justify="flex-start"
              styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
              onClick={() => {
                setOpen(false);
                onSelect(problem.stepId);
              }}
            >
              {problem.message}
            </Button>
          ))}
        </Stack>
      </Modal>
    </>
  );
}

function Publish({
  id,
  changed,
  problems,
  settled,
}: {
  readonly id: string;
  readonly changed: boolean;
  readonly problems: number;
  readonly settled: () => Promise<void>;
}) {
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: async () => {
      await settled();
      const { revision } = queries.getQueryData<{ revision: number }>(['workflow', id])!;
      return call(publishWorkflow({ path: { id }, headers: ifMatch(revision), body: {} }));
    },
    onSuccess: (workflow) => {
      queries.setQueryData(['workflow', id], workflow);
      setOpen(false);
      notifications.show({
        color: 'green',
        title: 'Published',
        message: 'New events start this version. Runs under way keep theirs.',
      });
    },
  });
  return (
    <>
      <Button disabled={!changed} onClick={() => setOpen(true)}>
        Publish
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Publish this draft">
        <Stack>
          {publish.error && <Alert color="red">{publish.error.message}</Alert>}
          {problems > 0 ? (
            <Alert color="red">
              {problems === 1 ? 'One problem has' : `${problems} problems have`} to be mended first.
            </Alert>
          ) : (
            <Text>
              From now on new events start this version. Runs under way keep theirs; existing records are not
              enrolled.
            </Text>
          )}
          <Button disabled={problems > 0} loading={publish.isPending} onClick={() => publish.mutate()}>
            Publish now
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
