import { Group, Progress, Stack, Text } from '@mantine/core';
import type { mailboxes } from '@cueline/contracts';
import { StatusDot } from '../../kit/status-dot.js';
import { useMoment } from '../../domain/use-moment.js';
import { m } from './inbox-messages.js';

export const inboxTones = {
  connecting: 'quiet',
  importing: 'live',
  live: 'live',
  waiting: 'waiting',
  needs_you: 'broken',
  paused: 'quiet',
} as const;

/** By its last proof, not by the absence of errors. */
export function InboxHealth({ inbox: { health } }: { readonly inbox: mailboxes.MailboxView }) {
  const moment = useMoment();
  const facts = [
    [m.proven, health.provenAt ? moment(health.provenAt) : m.never],
    [m.nextCheck, moment(health.nextCheckAt)],
    [m.lag, health.lagMs === null ? '' : m.seconds((health.lagMs / 1_000).toFixed(1))],
    [m.putAside, health.quarantined > 0 ? m.mails(health.quarantined) : ''],
  ].filter(([, value]) => value);
  return (
    <Stack gap="xs" component="section" aria-label={m.inbox}>
      <StatusDot tone={inboxTones[health.state]} label={m.states[health.state]} isLive />
      {health.reasons.length > 0 && (
        <Text style={{ overflowWrap: 'anywhere' }}>{health.reasons.join(' ')}</Text>
      )}
      {health.waitingUntil && <Text size="sm">{m.nextTry(moment(health.waitingUntil))}</Text>}
      {health.state === 'importing' && health.total > 0 && (
        <>
          <Progress value={(100 * health.fetched) / health.total} aria-label={m.states.importing} maw={420} />
          <Text size="sm">{m.progress(String(health.fetched), String(health.total))}</Text>
        </>
      )}
      <Group gap="lg">
        {facts.map(([name, value]) => (
          <Text key={name} size="sm" c="dimmed">
            {name}: {value}
          </Text>
        ))}
      </Group>
    </Stack>
  );
}
