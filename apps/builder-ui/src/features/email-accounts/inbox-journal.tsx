import { Stack, Text, Title } from '@mantine/core';
import { useMoment } from '../../domain/use-moment.js';
import { m } from './inbox-messages.js';
import { useJournal } from './use-inboxes.js';

/** Why it is as it is. */
export function InboxJournal({ id }: { readonly id: string }) {
  const lines = useJournal(id).data?.items ?? [];
  const moment = useMoment();
  return (
    <Stack component="section" aria-labelledby="inbox-journal" gap={4} maw={640}>
      <Title order={2} size="h4" id="inbox-journal">
        {m.journal}
      </Title>
      {lines.length === 0 && <Text c="dimmed">{m.noJournal}</Text>}
      {lines.map(({ id: line, at, text }) => (
        <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {moment(at)} · {text}
        </Text>
      ))}
    </Stack>
  );
}
