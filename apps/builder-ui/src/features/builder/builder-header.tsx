import { ActionIcon, Anchor, Badge, Group, SegmentedControl, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { stateTones, stateWords } from '../../domain/workflow-state.js';
import type { Saving } from './draft/draft-state.js';
import type { DraftStore, DraftView } from './draft/draft-store.js';
import { ProblemsButton } from './problems-button.js';
import { PublishButton } from './publishing/publish-button.js';
import type { Workflow } from './use-draft.js';
import type { ViewMode } from './use-view-mode.js';
import { WorkflowMenu } from './workflow-menu/workflow-menu.js';
import { StatusDot } from '../../kit/status-dot.js';

interface Props {
  readonly store: DraftStore<Workflow>;
  readonly view: DraftView<Workflow>;
  readonly mode: ViewMode;
  readonly onMode: (mode: ViewMode) => void;
  readonly onProblem: (problem: Workflow['problems'][number]) => void;
}

const savingLabels: Readonly<Record<Saving, string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  offline: 'Not saved: offline',
  busy: 'Not saved yet: Cueline is busy',
  signedOut: 'Not saved: signed out',
  refused: 'Not saved',
  conflict: 'Not saved: changed in another window',
};

export function BuilderHeader({ store, view, mode, onMode, onProblem }: Props) {
  const { server } = view;
  const unpublished = server.publishedVersion !== null && (server.changed || view.saving !== 'saved');
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="xs">
        <Title order={1} size="h3">
          {server.name}
        </Title>
        <StatusDot
          tone={stateTones[server.state]}
          label={`${stateWords[server.state]}${server.publishedVersion ? `, version ${server.publishedVersion}` : ''}`}
        />
        <WorkflowMenu workflow={server} />
        {unpublished && <Badge variant="light">Unpublished changes</Badge>}
        {/* Every letter is saved: what is spoken is that something is not. */}
        <Text
          size="sm"
          c={['saved', 'saving'].includes(view.saving) ? 'dimmed' : undefined}
          aria-live={['saved', 'saving'].includes(view.saving) ? 'off' : 'polite'}
        >
          {savingLabels[view.saving]}
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
        <PublishButton view={view} onProblem={onProblem} />
      </Group>
    </Group>
  );
}
