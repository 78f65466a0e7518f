import { Anchor, Button, Group, Loader, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../api-client/api.js';
import { listMembers } from '../../../api-client/generated/sdk.gen.js';
import { keys } from '../../../api-client/keys.js';
import { ProblemAlert } from '../../../kit/problem-alert.js';
import { StatusDot, type Tone } from '../../../kit/status-dot.js';
import { useMeQuery } from '../../use-me.js';
import styles from './test-mail.module.css';
import type { TestMail, useTestMail } from './use-test-mail.js';
import { m } from './messages.js';

interface Props {
  readonly sending: ReturnType<typeof useTestMail>['sending'];
  readonly mail: TestMail | undefined;
  readonly error: Error | null;
  readonly onSend: (to: string | null) => void;
  readonly onRead: () => void;
}

/** Where the test is, why it is not there, and the way to send another one. */
export function TestMailResult({ sending, mail, error, onSend, onRead }: Props) {
  const { data: sent, isPending } = sending;
  const [to, setTo] = useState<string | null>(null);
  const members = useMailboxes();
  return (
    <Stack gap="sm">
      <div role="status">
        {sending.error ? (
          <ProblemAlert error={sending.error} title={m.notSent} />
        ) : mail && !isPending ? (
          <Outcome mail={mail} isOfClient={sent?.isOfClient ?? false} />
        ) : (
          <Group gap="xs" wrap="nowrap">
            <Loader size={16} aria-hidden />
            <Text size="sm">{m.sending(sent?.to ?? to ?? '…')}</Text>
          </Group>
        )}
        {error && <ProblemAlert error={error} onRetry={onRead} />}
      </div>
      {members.length > 1 && (
        <Select
          label={m.to}
          data={[...members]}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          value={to ?? sent?.to ?? null}
          onChange={setTo}
        />
      )}
      <Group justify="flex-end">
        <Button size="compact-sm" variant="default" disabled={isPending} onClick={() => onSend(to)}>
          {m.again}
        </Button>
      </Group>
    </Stack>
  );
}

interface OutcomeProps {
  readonly mail: TestMail;
  readonly isOfClient: boolean;
}

const tones: Readonly<Record<TestMail['state'], Tone>> = {
  queued: 'waiting',
  sending: 'waiting',
  held: 'you',
  in_doubt: 'you',
  sent: 'done',
  failed: 'broken',
  bounced: 'broken',
  suppressed: 'broken',
};

function Outcome({ mail, isOfClient }: OutcomeProps) {
  const { state, to, subject, reasons, smtpReply, reasonCode } = mail;
  const isUnderWay = (state === 'queued' || state === 'sending') && reasonCode === null;
  const isOver = state === 'sent';
  return (
    <Stack gap={6}>
      {isUnderWay ? (
        <Group gap="xs" wrap="nowrap">
          <Loader size={16} aria-hidden />
          <Text size="sm">{m.sending(to)}</Text>
        </Group>
      ) : (
        <StatusDot tone={tones[state]} label={titleOf(mail)} />
      )}
      {!isUnderWay &&
        !isOver &&
        reasons.map((reason) => (
          <Text size="sm" key={reason}>
            {reason}
          </Text>
        ))}
      {!isUnderWay && (state === 'queued' || state === 'held') && (
        <Text size="xs" c="dimmed">
          {m.leavesLater}
        </Text>
      )}
      {state === 'held' && (
        <Anchor component={Link} to="/email-accounts" size="sm">
          {m.fixAccount}
        </Anchor>
      )}
      {!isUnderWay && !isOver && (
        <Anchor component={Link} to={`/outbox/${mail.id}`} size="sm">
          {m.showInOutbox}
        </Anchor>
      )}
      {isOver && subject && (
        <Text size="sm" className={styles['subject']}>
          {m.subject(subject)}
        </Text>
      )}
      {isOver && (
        <Text size="xs" c="dimmed">
          {isOfClient ? m.ofClient : m.ofSamples}
        </Text>
      )}
      {smtpReply && (
        <details className={styles['said']}>
          <summary>{m.serverSaid}</summary>
          <pre>{smtpReply}</pre>
        </details>
      )}
    </Stack>
  );
}

function titleOf({ state, to }: TestMail): string {
  if (state === 'sent') return m.sent(to);
  if (state === 'queued' || state === 'sending' || state === 'held') return m.waiting(to);
  return state === 'in_doubt' ? m.inDoubt(to) : m.notSent;
}

/** Whom a test may go to, for those who may see it; nobody else is offered a choice. */
function useMailboxes(): readonly { readonly value: string; readonly label: string }[] {
  const role = useMeQuery().data?.role;
  const query = useQuery({
    queryKey: keys.members,
    queryFn: () => call(listMembers()),
    enabled: role === 'owner' || role === 'admin',
  });
  return (query.data?.items ?? []).map(({ email, name }) => ({ value: email, label: `${name} · ${email}` }));
}
