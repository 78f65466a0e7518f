import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import IconDeviceFloppy from '~icons/tabler/device-floppy';
import { useSyncExternalStore } from 'react';
import { keeping } from '../../session/keeping.js';
import type { DraftStore, DraftView } from './draft/draft-store.js';
import type { Workflow } from './use-draft.js';
import { m } from './messages.js';

interface Props {
  readonly store: DraftStore<Workflow>;
  readonly view: DraftView<Workflow>;
}

/** This browser does not keep what the server has not got either: only this page has it. */
export function NotKept({ view: { saving } }: Pick<Props, 'view'>) {
  const isKept = useSyncExternalStore(keeping.subscribe, keeping.view);
  // What is on its way is there in a moment.
  if (isKept || saving === 'saved' || saving === 'saving') return null;
  return (
    <Alert color="yellow" icon={<IconDeviceFloppy size={18} />} title={m.onlyHere}>
      {m.onlyHereWhy}
    </Alert>
  );
}

/** The server does not take an edit: it says why, and the edit stays until a person gives it up. */
export function NotSaved({ store, view: { transit, saving } }: Props) {
  if (transit.type !== 'refused' || saving !== 'refused') return null;
  return (
    <Alert color="red" title={m.changesNotSaved}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{m.keptHere(transit.message)}</Text>
        <Group gap="xs">
          <Button size="xs" onClick={() => store.put({ type: 'retry' })}>
            {m.tryAgain}
          </Button>
          <Button
            size="xs"
            variant="default"
            color="red"
            onClick={() => store.put({ type: 'discardRefused' })}
          >
            {transit.index === undefined ? m.discardThese : m.discardThat}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
