import { ActionIcon, Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import IconX from '~icons/tabler/x';
import { call } from '../../api-client/api.js';
import { deleteNote } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { Avatar } from '../../kit/avatar.js';
import { KindTile } from '../../kit/kind-tile.js';
import { StoryRow } from '../../kit/story.js';
import { useDays } from '../use-moment.js';
import { contents } from './entry-content.js';
import type { TimelineEntry } from './use-record.js';
import { m } from './messages.js';

/** Whose deed it is: their name stands before what they did. */
const isPersons = ({ kind, mailKind }: TimelineEntry): boolean =>
  kind === 'note' || (kind === 'received' && mailKind !== 'bounce');

/** One thing that happened. */
export function TimelineRow({ entry }: { readonly entry: TimelineEntry }) {
  const { timeOf } = useDays();
  const { icon, family, isQuiet, title } = contents[entry.kind];
  const person = isPersons(entry) ? entry.person : null;
  return (
    <StoryRow
      start={
        entry.kind === 'received' && person ? (
          <Avatar name={person} />
        ) : (
          <KindTile family={family} icon={icon} />
        )
      }
      isQuiet={isQuiet ?? false}
      title={
        <>
          {person && (
            <Text span fw={500}>
              {person}{' '}
            </Text>
          )}
          <Text span {...(!person && !isQuiet && { fw: 500 })}>
            {title(entry)}
          </Text>
        </>
      }
      quote={entry.kind === 'received' || entry.kind === 'note' ? entry.text?.trim() : null}
      meta={<Meta entry={entry} />}
      time={timeOf(entry.at)}
      end={entry.noteId && <RemoveNote id={entry.noteId} />}
    />
  );
}

function Meta({ entry }: { readonly entry: TimelineEntry }) {
  const { dayOf } = useDays();
  const { origin } = contents[entry.kind];
  const isOfReason = entry.kind === 'stepDone';
  const facts = [
    entry.mailKind === 'automatic' && m.automatic,
    entry.mailKind === 'bounce' && m.cameBack,
    entry.kind === 'sent' && entry.person && m.to(entry.person),
    origin?.(entry),
    entry.taskStatus && m.taskStatus[entry.taskStatus],
    entry.kind === 'task' && entry.person,
    entry.dueAt && m.due(dayOf(entry.dueAt)),
    ...(entry.kind === 'sent' ? [] : entry.reasons.slice(isOfReason ? 1 : 0)),
  ].filter(Boolean);
  const link = linkOf(entry);
  if (facts.length === 0 && !link) return null;
  return (
    <>
      {facts.join(' · ')}
      {facts.length > 0 && link && ' · '}
      {link && (
        <Anchor component={Link} to={link.to} inherit underline="always">
          {link.label}
        </Anchor>
      )}
    </>
  );
}

function linkOf({ kind, threadId, sendId, runId }: TimelineEntry): { to: string; label: string } | undefined {
  if (kind === 'received' && threadId) return { to: `/inbox/${threadId}`, label: m.openThread };
  if (sendId) return { to: `/outbox/${sendId}`, label: kind === 'sent' ? m.whySent : m.see };
  return runId ? { to: `/runs/${runId}`, label: m.openRun } : undefined;
}

function RemoveNote({ id }: { readonly id: string }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call(deleteNote({ path: { id } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.timeline.all }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={m.removeNote}
      loading={remove.isPending}
      onClick={() => remove.mutate()}
    >
      <IconX size={16} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}
