import { Alert, Button, Stack, Text } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { connection } from '../../session/connection.js';
import { newVersion } from '../../session/new-version.js';
import { unsaved } from '../../session/unsaved.js';
import { m } from './messages.js';

const away = { offline: m.offlinePage, away: m.awayPage } as const;

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
      <Alert color="yellow" role="status">
        {away[state]}
      </Alert>
    );
  return (
    <Alert color="yellow" title={newer ? m.newVersion : m.pageNotLoaded}>
      <Stack gap="xs" align="flex-start">
        {unsaved.any() && <Text size="sm">{unsaved.anyNotKept() ? m.lostOnReload : m.keptOnReload}</Text>}
        <Stack gap="xs">
          {!newer && (
            <Button
              size="xs"
              loading={busy}
              onClick={() => {
                setBusy(true);
                void onRetry().finally(() => setBusy(false));
              }}
            >
              {m.tryAgain}
            </Button>
          )}
          <Button size="xs" variant={newer ? 'filled' : 'default'} onClick={() => location.reload()}>
            {m.reload}
          </Button>
        </Stack>
      </Stack>
    </Alert>
  );
}
