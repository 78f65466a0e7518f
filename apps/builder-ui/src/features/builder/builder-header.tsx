import { ActionIcon, Anchor, Badge, Group, SegmentedControl, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { stateColors, stateWords } from '../workflows/workflow-state.js';
import type { DraftStore, DraftView } from './draft-store.js';
import { ProblemsButton } from './problems-button.js';
import { PublishButton } from './publish-button.js';
import type { Workflow } from './use-draft.js';
import type { ViewMode } from './use-view-mode.js';
import { WorkflowMenu } from './workflow-menu/workflow-menu.js';

interface Props {
  readonly store: DraftStore<Workflow>;
  readonly view: DraftView<Workflow>;
  readonly mode: ViewMode;
  readonly onMode: (mode: ViewMode) => void;
  readonly onProblem: (problem: Workflow['problems'][number]) => void;
}

const savingWords = { saved: 'Saved', saving: 'Saving …', offline: 'Not saved yet' } as const;

export function BuilderHeader({ store, view, mode, onMode, onProblem }: Props) {
  const { server } = view;
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="xs">
        <Title order={1} size="h3">
          {server.name}
        </Title>
        <Badge variant="light" color={stateColors[server.state]}>
          {stateWords[server.state]}
          {server.publishedVersion ? `, version ${server.publishedVersion}` : ''}
        </Badge>
        <WorkflowMenu workflow={server} />
        <Text size="sm" c="dimmed" role="status">
          {savingWords[view.saving]}
        </Text>
      </Group>
      <Group gap="xs">
        <Anchor component={Link} to={`/runs?workflow=${server.id}`} size="sm">
          Runs
        </Anchor>
        <SegmentedControl
          size="xs"
          aria-label="How the workflow is shown"
          value={mode}
          onChange={(value) => onMode(value)}
          data={[
            { value: 'canvas', label: 'Canvas' },
            { value: 'outline', label: 'Outline' },
          ]}
        />
        <Tooltip label="Undo (Ctrl Z)">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Undo"
            disabled={!view.canUndo}
            onClick={() => store.undo()}
          >
            <IconArrowBackUp size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Redo (Ctrl Shift Z)">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Redo"
            disabled={!view.canRedo}
            onClick={() => store.redo()}
          >
            <IconArrowForwardUp size={18} />
          </ActionIcon>
        </Tooltip>
        <ProblemsButton problems={server.problems} onProblem={onProblem} />
        <PublishButton store={store} view={view} />
      </Group>
    </Group>
  );
}
