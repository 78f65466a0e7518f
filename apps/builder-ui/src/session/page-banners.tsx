import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { connection } from './connection.js';
import { keeping } from './keeping.js';
import { newVersion } from './new-version.js';
import { useReload } from './use-reload.js';

const texts = {
  offline: ['You’re offline.', 'you’re'],
  away: ['Cueline can’t be reached.', 'it’s'],
} as const;

function textOf(state: keyof typeof texts, isKept: boolean): string {
  const [fact, who] = texts[state];
  return isKept
    ? `${fact} Changes are kept here and saved when ${who} back.`
    : `${fact} Changes are saved when ${who} back, and lost if this page is closed before: this browser does not keep them.`;
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
          <Text size="sm">A new version is there.</Text>
          <Button size="compact-sm" onClick={reload}>
            Reload
          </Button>
        </Group>
      </Alert>
    );
  return null;
}
