import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { connection } from '../session/connection.js';
import { newVersion } from '../session/new-version.js';
import { unsaved } from '../session/unsaved.js';

const away = {
  offline: { title: 'You’re offline', text: 'This page opens when you’re back.' },
  away: { title: 'Cueline can’t be reached', text: 'This page opens when it’s back.' },
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
      <Alert color="yellow" icon={<IconCloudOff size={18} />} title={away[state].title}>
        {away[state].text}
      </Alert>
    );
  return (
    <Alert color="yellow" title={newer ? 'A new version is there' : 'This page could not be loaded'}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {unsaved.anyNotKept()
            ? 'What you have not saved yet is lost when you reload. Save it first.'
            : 'What you have not saved yet is kept.'}
        </Text>
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
