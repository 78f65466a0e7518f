import { Alert, Button, Stack, Text } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import { newVersion } from '../session/new-version.js';
import { unsaved } from '../session/unsaved.js';

/** In the place of a page whose code could not be fetched. Loading it anew brings it, and the new version with it. */
export function MissingPage() {
  const newer = useSyncExternalStore(newVersion.subscribe, newVersion.view);
  useEffect(() => {
    if (newer && !unsaved.any()) location.reload();
  }, [newer]);
  return (
    <Alert color="yellow" title={newer ? 'A new version is there' : 'This page could not be loaded'}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">What you have not saved yet is kept.</Text>
        <Button size="xs" onClick={() => location.reload()}>
          Reload
        </Button>
      </Stack>
    </Alert>
  );
}
