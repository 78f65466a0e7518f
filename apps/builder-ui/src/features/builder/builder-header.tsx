import { ActionIcon, Anchor, Badge, SegmentedControl, Text, Tooltip } from '@mantine/core';
import IconArrowBackUp from '~icons/tabler/arrow-back-up';
import IconArrowForwardUp from '~icons/tabler/arrow-forward-up';
import { Link } from '@tanstack/react-router';
import { stateTones, stateLabels } from '../../domain/workflow-state.js';
import type { Saving } from './draft/draft-state.js';
import type { DraftStore, DraftView } from './draft/draft-store.js';
import { ProblemsButton } from './problems-button.js';
import { PublishButton } from './publishing/publish-button.js';
import type { Workflow } from './use-draft.js';
import type { ViewMode } from './use-view-mode.js';
import { WorkflowMenu } from './workflow-menu/workflow-menu.js';
import { StatusDot } from '../../kit/status-dot.js';
import { RecordHead } from '../../kit/record-head.js';
import { m } from './messages.js';

interface Props {
  readonly store: DraftStore<Workflow>;
  readonly view: DraftView<Workflow>;
  readonly mode: ViewMode;
  readonly onMode: (mode: ViewMode) => void;
  readonly onProblem: (problem: Workflow['problems'][number]) => void;
}

const savingLabels: Readonly<Record<Saving, string>> = {
  saved: m.saved,
  saving: m.saving,
  offline: m.notSavedOffline,
  busy: m.notSavedBusy,
  signedOut: m.notSavedSignedOut,
  refused: m.notSaved,
  conflict: m.notSavedConflict,
};

export function BuilderHeader({ store, view, mode, onMode, onProblem }: Props) {
  const { server } = view;
  const unpublished = server.publishedVersion !== null && (server.changed || view.saving !== 'saved');
  return (
    <RecordHead
      title={server.name}
      place={m.place}
      facts={
        <>
          <StatusDot
            tone={stateTones[server.state]}
            label={
              server.publishedVersion
                ? m.version(stateLabels[server.state], server.publishedVersion)
                : stateLabels[server.state]
            }
          />
          <WorkflowMenu workflow={server} />
          {unpublished && <Badge variant="light">{m.unpublished}</Badge>}
          {/* Every letter is saved: what is spoken is that something is not. */}
          <Text
            size="sm"
            c={['saved', 'saving'].includes(view.saving) ? 'dimmed' : undefined}
            aria-live={['saved', 'saving'].includes(view.saving) ? 'off' : 'polite'}
          >
            {savingLabels[view.saving]}
          </Text>
        </>
      }
      actions={
        <>
          <Anchor component={Link} to={`/runs?workflow=${server.id}`} size="sm">
            {m.runs}
          </Anchor>
          <SegmentedControl
            size="xs"
            aria-label={m.shownAs}
            value={mode}
            onChange={(value) => onMode(value)}
            data={[
              { value: 'canvas', label: m.canvas },
              { value: 'outline', label: m.outline },
            ]}
          />
          <Tooltip label={m.undoKeys}>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={m.undo}
              disabled={!view.canUndo}
              onClick={() => store.undo()}
            >
              <IconArrowBackUp size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={m.redoKeys}>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={m.redo}
              disabled={!view.canRedo}
              onClick={() => store.redo()}
            >
              <IconArrowForwardUp size={18} />
            </ActionIcon>
          </Tooltip>
          <ProblemsButton problems={server.problems} onProblem={onProblem} />
          <PublishButton view={view} onProblem={onProblem} />
        </>
      }
    />
  );
}
