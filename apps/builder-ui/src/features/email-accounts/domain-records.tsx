import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { call } from '../../api-client/api.js';
import { checkSendingDomain } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { QueryGate } from '../../kit/query-gate.js';
import { StatusDot } from '../../kit/status-dot.js';
import { m } from './messages.js';

interface Props {
  readonly address: string;
  readonly host: string;
}

const tones = { ok: 'done', missing: 'you', wrong: 'you', unknown: 'quiet' } as const;

/** What the domain says of who sends for it, with the records to add. Nothing for a provider's own domain. */
export function DomainRecords({ address, host }: Props) {
  const title = useId();
  const query = useQuery({
    queryKey: keys.emailAccounts.domain(address, host),
    queryFn: () => call(checkSendingDomain({ body: { address, host } })),
  });
  if (query.data?.isOwn === false) return null;
  return (
    <Stack component="section" aria-labelledby={title} gap="sm">
      <Group justify="space-between">
        <Title order={2} size="h4" id={title}>
          {m.domainTitle}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={query.isFetching}
          onClick={() => void query.refetch()}
        >
          {m.checkAgain}
        </Button>
      </Group>
      <QueryGate query={query} failed={m.notChecked}>
        {({ findings }) =>
          findings.map(({ check, state, message, add }) => (
            <Stack key={check} gap={4}>
              <Group gap="xs">
                <Text fw={500}>{check.toUpperCase()}</Text>
                <StatusDot tone={tones[state]} label={m.recordStates[state]} />
              </Group>
              <Text size="sm">{message}</Text>
              {add && (
                <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {`${add.name}  ${add.type}\n${add.value}`}
                </Code>
              )}
            </Stack>
          ))
        }
      </QueryGate>
    </Stack>
  );
}
