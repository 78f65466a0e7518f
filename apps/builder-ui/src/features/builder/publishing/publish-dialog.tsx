import { Alert, Button, Group, List, Loader, Stack, Text, TextInput } from '@mantine/core';
import { triggerCard } from '@cueline/workflows';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { connection } from '../../../session/connection.js';
import { ProblemAlert } from '../../../kit/problem-alert.js';
import type { DraftView } from '../draft/draft-store.js';
import type { Workflow } from '../use-draft.js';
import { matchingWords } from './already-there.js';
import { ProblemLinks } from './problem-links.js';
import { notNow, unchanged } from './not-now.js';
import { useImpact } from './use-impact.js';
import type { Publishing } from './use-publishing.js';
import { WhoIsAffected } from './who-is-affected.js';

interface Props {
  readonly view: DraftView<Workflow>;
  readonly publishing: Publishing;
  readonly onProblem: (problem: Workflow['problems'][number]) => void;
  readonly onClose: () => void;
}

const MOST_CHANGES = 8;

/** What publishing this draft means, before it is done: what is published is the revision that is shown here, or nothing. */
export function PublishDialog({ view, publishing, onProblem, onClose }: Props) {
  const { server, saving } = view;
  const [note, setNote] = useState('');
  const [enrol, setEnrol] = useState<'none' | 'all'>('none');
  const [revision, setRevision] = useState<number>();
  const isSaved = saving === 'saved';
  const reach = useSyncExternalStore(connection.subscribe, connection.view);
  useEffect(() => {
    if (isSaved) setRevision((shown) => shown ?? server.revision);
  }, [isSaved, server.revision]);
  const query = useImpact(server.id, revision);
  const impact = query.data;
  const problems = impact?.problems ?? server.problems;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity !== 'error');
  const isOther = impact !== undefined && isSaved && server.revision !== impact.revision;
  const { state } = publishing;
  const busy = state.type === 'publishing' || state.type === 'checking';
  const reason = blocked();

  function blocked(): string | undefined {
    if (notNow[saving]) return notNow[saving];
    if (reach !== 'up') return reach === 'offline' ? notNow.offline : 'Cueline can’t be reached';
    if (query.error) return 'What it touches is not known';
    if (!impact) return 'Looking what it touches…';
    if (errors.length > 0)
      return errors.length === 1 ? 'Fix 1 problem first' : `Fix ${errors.length} problems first`;
    if (isOther) return 'The draft has changed';
    return enrol === 'none' ? unchanged(server) : undefined;
  }

  return (
    <Stack>
      <Text size="sm" fw={500}>
        {triggerCard(server.definition).title}.
      </Text>
      {isOther && (
        <Alert color="yellow" title="The draft has changed since this was shown">
          <Button size="xs" onClick={() => setRevision(server.revision)}>
            Show what is published now
          </Button>
        </Alert>
      )}
      <ProblemLinks
        severity="error"
        title={errors.length === 1 ? 'Fix 1 problem to publish' : `Fix ${errors.length} problems to publish`}
        problems={errors}
        definition={server.definition}
        onProblem={onProblem}
      />
      <ProblemLinks
        severity="warning"
        title="Worth checking"
        problems={warnings}
        definition={server.definition}
        onProblem={onProblem}
      />
      {query.error && (
        <ProblemAlert
          error={query.error}
          title="What it touches could not be loaded"
          onRetry={() => void query.refetch()}
        />
      )}
      {!impact && !query.error && isSaved && <Loader size="sm" aria-label="Looking what it touches" />}
      {impact && (
        <>
          {server.publishedVersion !== null && impact.changes.length > 0 && (
            <div>
              <Text size="sm" fw={600} mb={4}>
                What changes
              </Text>
              <List size="sm">
                {impact.changes.slice(0, MOST_CHANGES).map(({ sentence }, i) => (
                  <List.Item key={i}>{sentence}</List.Item>
                ))}
                {impact.changes.length > MOST_CHANGES && (
                  <List.Item>and {impact.changes.length - MOST_CHANGES} more</List.Item>
                )}
              </List>
            </div>
          )}
          <WhoIsAffected
            impact={impact}
            paused={server.state === 'paused'}
            enrol={enrol}
            onEnrol={setEnrol}
          />
        </>
      )}
      {state.type === 'checking' && (
        <Alert color="yellow" title={state.isBusy ? 'Cueline is busy' : 'The answer got lost'}>
          Checking whether it was published. Nothing is sent a second time.
        </Alert>
      )}
      {state.type === 'failed' && (
        <Alert color={state.isUnchanged ? 'yellow' : 'red'} title={state.message}>
          {state.details.length > 0 && (
            <List size="sm">
              {state.details.map((detail, i) => (
                <List.Item key={i}>{detail}</List.Item>
              ))}
            </List>
          )}
        </Alert>
      )}
      <TextInput
        label="Note (optional)"
        description="What is new, for the list of versions"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" role="status">
          {reason ?? `Publishes draft ${impact?.revision}, as it is shown here`}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={reason !== undefined}
            loading={busy}
            onClick={() =>
              impact &&
              void publishing.publish({
                revision: impact.revision,
                liveVersion: server.publishedVersion,
                note,
                enrol,
              })
            }
          >
            {(enrol === 'all' && impact && matchingWords(impact.records)?.publish) || 'Publish'}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
