import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { endOtherSessions, endSession, listSessions } from '../../api-client/generated/sdk.gen.js';
import { ListStates } from '../../kit/list-states.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { useMoment } from '../../domain/use-moment.js';
import { deviceName } from './device-name.js';

/** Where one is signed in, and how to end it there. */
export function SessionList() {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['sessions'], queryFn: () => call(listSessions()) });
  const end = useMutation({
    mutationFn: async (id: string | undefined) =>
      void (await (id === undefined ? call(endOtherSessions()) : call(endSession({ path: { id } })))),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const moment = useMoment();
  return (
    <Stack component="section" aria-labelledby="sessions">
      <Group justify="space-between">
        <Title order={2} size="h4" id="sessions">
          Where you are signed in
        </Title>
        {(query.data?.items.length ?? 0) > 1 && (
          <Button
            variant="default"
            loading={end.isPending && end.variables === undefined}
            onClick={() => end.mutate(undefined)}
          >
            Sign out everywhere else
          </Button>
        )}
      </Group>
      {end.error && <ProblemAlert error={end.error} />}
      <ListStates query={query} empty="You are signed in nowhere.">
        {(items) =>
          items.map(({ id, isThis, userAgent, ipAddress, createdAt }) => (
            <Card key={id} withBorder padding="sm">
              <Group justify="space-between" wrap="nowrap">
                <div>
                  <Text fw={500}>{deviceName(userAgent)}</Text>
                  <Text size="sm" c="dimmed">
                    Since {moment(createdAt)}
                    {ipAddress && `, from ${ipAddress}`}
                  </Text>
                </div>
                {isThis ? (
                  <Badge variant="light" color="green" style={{ flexShrink: 0 }}>
                    This device
                  </Badge>
                ) : (
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={`Sign out ${deviceName(userAgent)}`}
                    loading={end.isPending && end.variables === id}
                    onClick={() => end.mutate(id)}
                  >
                    Sign out
                  </Button>
                )}
              </Group>
            </Card>
          ))
        }
      </ListStates>
    </Stack>
  );
}
