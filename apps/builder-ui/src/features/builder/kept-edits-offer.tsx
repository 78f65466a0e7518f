import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import IconHistory from '~icons/tabler/history';
import { useEffect, useState } from 'react';
import { useWeekday } from '../../domain/use-moment.js';
import type { DraftStore } from './draft/draft-store.js';
import type { KeptEdits } from './draft/edits-record.js';
import { claimEdits, editsLeft, keepEdits } from './draft/kept-edits.js';
import type { Workflow } from './use-draft.js';
import { m } from './messages.js';

/** Edits of an earlier visit that never reached the server: a person says whether they still count. */
export function KeptEditsOffer({ store }: { readonly store: DraftStore<Workflow> }) {
  const { id, name } = store.view().server;
  const [left, setLeft] = useState<readonly KeptEdits[]>([]);
  const [busy, setBusy] = useState(false);
  const when = useWeekday();
  useEffect(() => {
    let gone = false;
    void editsLeft(id).then((edits) => {
      if (!gone) setLeft(edits);
    });
    return () => {
      gone = true;
    };
  }, [id]);
  const [edits] = left;
  if (!edits) return null;

  const decide = async (keep: boolean) => {
    setBusy(true);
    const ours = await claimEdits(edits).catch(() => undefined);
    if (ours === undefined) {
      setBusy(false);
      notifications.show({ color: 'red', message: m.keptNotGiven });
      return;
    }
    if (ours && keep) {
      keepEdits({ id, name }, edits.kept);
      await store.restore(edits.kept);
    }
    setBusy(false);
    setLeft((all) => all.slice(1));
  };
  const count = edits.kept.operations.length;
  return (
    <Alert color="yellow" icon={<IconHistory size={18} />} title={m.unsavedFrom(when(edits.at))}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{m.keptChanges(count)}</Text>
        <Group gap="xs">
          <Button size="xs" loading={busy} onClick={() => void decide(true)}>
            {m.keepThem}
          </Button>
          <Button size="xs" variant="default" disabled={busy} onClick={() => void decide(false)}>
            {m.discard}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
