import { Alert, Button, Group, Text } from '@mantine/core';
import IconCloudOff from '~icons/tabler/cloud-off';
import IconRefresh from '~icons/tabler/refresh';
import { useEffect, useSyncExternalStore } from 'react';
import { connection } from './connection.js';
import { keeping } from './keeping.js';
import { newVersion } from './new-version.js';
import { useReload } from './use-reload.js';
import { m } from './messages.js';

function textOf(state: 'offline' | 'away', isKept: boolean): string {
  if (state === 'offline') return `${m.offline} ${isKept ? m.keptUntilYouAreBack : m.notKeptUntilYouAreBack}`;
  return `${m.away} ${isKept ? m.keptUntilItIsBack : m.notKeptUntilItIsBack}`;
}

/** What concerns every page: one banner, the worse first. */
export function PageBanners() {
  const state = useSyncExternalStore(connection.subscribe, connection.view);
  const newer = useSyncExternalStore(newVersion.subscribe, newVersion.view);
  const isKept = useSyncExternalStore(keeping.subscribe, keeping.view);
  const reload = useReload(newer);
  useEffect(() => connection.watch(), []);
  if (state !== 'up')
    return (
      <Alert py={8} mb="sm" color="yellow" icon={<IconCloudOff size={18} />} role="status">
        {textOf(state, isKept)}
      </Alert>
    );
  if (newer)
    return (
      <Alert py={8} mb="sm" icon={<IconRefresh size={18} />} role="status">
        <Group justify="space-between" gap="xs">
          <Text size="sm">{m.newVersion}</Text>
          <Button size="compact-sm" onClick={reload}>
            {m.reload}
          </Button>
        </Group>
      </Alert>
    );
  return null;
}
