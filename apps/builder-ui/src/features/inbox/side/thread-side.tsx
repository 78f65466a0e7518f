import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import IconX from '~icons/tabler/x';
import { placeOf, RecordLink } from '../../../domain/record/record-link.js';
import { RunningNow } from '../../../domain/record/running-now.js';
import { Avatar } from '../../../kit/avatar.js';
import { ProblemAlert } from '../../../kit/problem-alert.js';
import { m } from '../messages.js';
import { nameOf, type ThreadDetail } from '../thread-types.js';
import { changes, useThreadChanges } from '../use-threads.js';
import { AddLink } from './add-link.js';
import styles from './side.module.css';

/** Whom a conversation is with and what it is about: what is asked, what it belongs to, what runs for them. */
export function ThreadSide({ thread }: { readonly thread: ThreadDetail }) {
  const change = useThreadChanges();
  const [person] = thread.people;
  const links = thread.links;
  const main =
    links.find(({ type, state }) => state === 'on' && type === 'client') ??
    links.find(({ state }) => state === 'on');
  return (
    <aside className={styles['side']} aria-label={m.whoAndWhat}>
      {person && (
        <Group gap="sm" wrap="nowrap">
          <Avatar name={thread.question ? '' : nameOf(person)} size={32} />
          <div className={styles['who']}>
            <Title order={2} size="h5">
              {nameOf(person)}
            </Title>
            <Text size="xs" c="dimmed">
              {person.address}
            </Text>
          </div>
        </Group>
      )}
      {thread.question && (
        <section aria-label={m.questions[thread.question.about]}>
          <Title order={3} size="h6" mb={6}>
            {m.questions[thread.question.about]}
          </Title>
          <Stack gap={6} align="flex-start">
            {thread.question.candidates.map(({ type, id, label }) => (
              <Button
                key={`${type}:${id}`}
                variant="light"
                size="compact-sm"
                loading={change.isPending}
                onClick={() => change.mutate(changes.answer(thread.id, { type, id }))}
              >
                {label}
                {` · ${m.types[type]}`}
              </Button>
            ))}
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={() => change.mutate(changes.answer(thread.id, null))}
            >
              {m.noneOfThem}
            </Button>
          </Stack>
        </section>
      )}
      <section aria-label={m.linkedTo}>
        <Title order={3} size="h6" mb={6}>
          {m.linkedTo}
        </Title>
        {change.error && <ProblemAlert error={change.error} title={m.notLinkedError} />}
        {links.length === 0 && (
          <Text size="sm" c="dimmed">
            {m.notLinked}
          </Text>
        )}
        <ul className={styles['links']}>
          {links.map(({ type, id, label, source, state }) => (
            <li key={placeOf({ type, id })}>
              <div className={styles['who']}>
                <RecordLink about={{ type, id }} name={label} />
                <Text size="xs" c="dimmed">
                  {[m.types[type], state === 'proposed' ? m.proposed : m.sources[source]].join(' · ')}
                </Text>
              </div>
              {state === 'proposed' && (
                <Button
                  variant="default"
                  size="compact-xs"
                  onClick={() => change.mutate(changes.link(thread.id, { type, id }))}
                >
                  {m.link}
                </Button>
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={m.removeLink(label)}
                onClick={() => change.mutate(changes.unlink(thread.id, id))}
              >
                <IconX size={14} stroke={1.75} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <AddLink
          isBusy={change.isPending}
          onAdd={(record) => change.mutate(changes.link(thread.id, record))}
        />
      </section>
      {main && <RunningNow about={{ type: main.type, id: main.id }} />}
    </aside>
  );
}
