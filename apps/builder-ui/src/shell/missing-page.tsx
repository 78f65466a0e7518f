import { Alert, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { connection } from '../session/connection.js';
import { newVersion } from '../session/new-version.js';
import { unsaved } from '../session/unsaved.js';

const away = {
  offline: 'You’re offline. This page opens when you’re back.',
  away: 'Cueline can’t be reached. This page opens when it’s back.',
} as const;

interface Props {
  readonly onRetry: () => Promise<void>;
}

/** In the place of a page whose code could not be fetched: it comes by itself once there is a network, and with the new version after an upgrade. */
export function MissingPage({ onRetry }: Props) {
  const newer = useSyncExternalStore(newVersion.subscribe, newVersion.view);
  const state = useSyncExternalStore(connection.subscribe, connection.view);
  const [busy, setBusy] = useState(false);
  useEffect(() => connection.watch(), []);
  useEffect(() => {
    if (newer && !unsaved.any()) location.reload();
  }, [newer]);
  useEffect(() => {
    if (state === 'up') void onRetry();
  }, [state, onRetry]);
  if (state !== 'up')
    return (
      <Card withBorder p="xl" role="status">
        <Text ta="center" c="dimmed">
          {away[state]}
        </Text>
      </Card>
    );
  return (
    <Alert color="yellow" title={newer ? 'A new version is there' : 'This page could not be loaded'}>
      <Stack gap="xs" align="flex-start">
        {unsaved.any() && (
          <Text size="sm">
            {unsaved.anyNotKept()
              ? 'What you have not saved yet is lost when you reload. Save it first.'
              : 'What you have not saved yet is kept.'}
          </Text>
        )}
        <Group gap="xs">
          {!newer && (
            <Button
              size="xs"
              loading={busy}
              onClick={() => {
                setBusy(true);
                void onRetry().finally(() => setBusy(false));
              }}
            >
              Try again
            </Button>
          )}
          <Button size="xs" variant={newer ? 'filled' : 'default'} onClick={() => location.reload()}>
            Reload
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
