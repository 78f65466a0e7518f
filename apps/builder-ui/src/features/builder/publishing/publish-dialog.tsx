import { Alert, Button, Group, List, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { connection } from '../../../session/connection.js';
import { ProblemAlert } from '../../../kit/problem-alert.js';
import type { DraftView } from '../draft/draft-store.js';
import type { Workflow } from '../use-draft.js';
import { matchingContent } from './already-there.js';
import { ProblemLinks } from './problem-links.js';
import { notNow, unchanged } from './not-now.js';
import { useImpact } from './use-impact.js';
import type { Publishing } from './use-publishing.js';
import { WhoIsAffected } from './who-is-affected.js';
import { triggerContent } from '../../../domain/step-content.js';
import { m } from './messages.js';

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
    if (reach !== 'up') return reach === 'offline' ? notNow.offline : m.unreachable;
    if (query.error) return m.notKnown;
    if (!impact) return m.looking;
    if (errors.length > 0) return m.fixFirst(errors.length);
    if (isOther) return m.draftChanged;
    return enrol === 'none' ? unchanged(server) : undefined;
  }

  return (
    <Stack>
      <Text size="sm" fw={500}>
        {triggerContent(server.definition).title}.
      </Text>
      {isOther && (
        <Alert color="yellow" title={m.draftChangedSince}>
          <Button size="xs" onClick={() => setRevision(server.revision)}>
            {m.showNow}
          </Button>
        </Alert>
      )}
      <ProblemLinks
        severity="error"
        title={m.fix(errors.length)}
        problems={errors}
        definition={server.definition}
        onProblem={onProblem}
      />
      <ProblemLinks
        severity="warning"
        title={m.worthChecking}
        problems={warnings}
        definition={server.definition}
        onProblem={onProblem}
      />
      {query.error && (
        <ProblemAlert error={query.error} title={m.notLoaded} onRetry={() => void query.refetch()} />
      )}
      {!impact && !query.error && isSaved && <Loader size="sm" aria-label={m.checkingLabel} />}
      {impact && (
        <>
          {server.publishedVersion !== null && impact.changes.length > 0 && (
            <div>
              <Text size="sm" fw={600} mb={4}>
                {m.whatChanges}
              </Text>
              <List size="sm">
                {impact.changes.slice(0, MOST_CHANGES).map(({ sentence }, i) => (
                  <List.Item key={i}>{sentence}</List.Item>
                ))}
                {impact.changes.length > MOST_CHANGES && (
                  <List.Item>{m.andMore(impact.changes.length - MOST_CHANGES)}</List.Item>
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
        <Alert color="yellow" title={state.isBusy ? m.busy : m.answerLost}>
          {m.checking}
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
        label={m.note}
        description={m.noteAbout}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" role="status">
          {reason ?? (impact && m.asShown(impact.revision))}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {m.cancel}
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
            {(enrol === 'all' && impact && matchingContent(impact.records)?.publish) || m.publish}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
