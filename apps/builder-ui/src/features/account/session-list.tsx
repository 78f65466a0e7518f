import { Button, Group, Stack, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { endOtherSessions, endSession, listSessions } from '../../api-client/generated/sdk.gen.js';
import { ListStates } from '../../kit/list-states.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { useMoment } from '../../domain/use-moment.js';
import { deviceName } from './device-name.js';
import { keys } from '../../api-client/keys.js';
import { ListRow, ListRows } from '../../kit/list-row.js';
import { StatusDot } from '../../kit/status-dot.js';
import { m } from './messages.js';

/** Where one is signed in, and how to end it there. */
export function SessionList() {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: keys.sessions, queryFn: () => call(listSessions()) });
  const end = useMutation({
    mutationFn: async (id: string | undefined) =>
      void (await (id === undefined ? call(endOtherSessions()) : call(endSession({ path: { id } })))),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.sessions }),
  });
  const moment = useMoment();
  return (
    <Stack component="section" aria-labelledby="sessions">
      <Group justify="space-between">
        <Title order={2} size="h4" id="sessions">
          {m.signedInWhere}
        </Title>
        {(query.data?.items.length ?? 0) > 1 && (
          <Button
            variant="default"
            loading={end.isPending && end.variables === undefined}
            onClick={() => end.mutate(undefined)}
          >
            {m.signOutElsewhere}
          </Button>
        )}
      </Group>
      {end.error && <ProblemAlert error={end.error} />}
      <ListStates query={query} empty={m.nowhere}>
        {(items) => (
          <ListRows>
            {items.map(({ id, isThis, userAgent, ipAddress, createdAt }) => (
              <ListRow
                key={id}
                title={deviceName(userAgent)}
                meta={ipAddress ? m.sinceFrom(moment(createdAt), ipAddress) : m.since(moment(createdAt))}
                end={
                  isThis ? (
                    <StatusDot tone="live" label={m.thisDevice} />
                  ) : (
                    <Button
                      variant="default"
                      aria-label={m.signOutOf(deviceName(userAgent))}
                      loading={end.isPending && end.variables === id}
                      onClick={() => end.mutate(id)}
                    >
                      {m.signOut}
                    </Button>
                  )
                }
              />
            ))}
          </ListRows>
        )}
      </ListStates>
    </Stack>
  );
}
