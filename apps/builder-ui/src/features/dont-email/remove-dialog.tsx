import { Checkbox, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { ConfirmDialog } from '../../kit/confirm-dialog.js';
import { m } from './messages.js';
import { useRemoveSuppression, type Suppression } from './use-suppressions.js';

const meaning: Readonly<Record<Suppression['reason'], string>> = {
  unsubscribed: m.meansUnsubscribed,
  bounced: m.meansBounced,
  complained: m.meansComplained,
  manual: m.meansManual,
};

interface Props {
  /** Undefined: the dialog is closed. */
  readonly entry: Suppression | undefined;
  readonly onClose: () => void;
}

/** Says what it means to take an address off the list; one of a reader who reported spam goes only when that is known. */
export function RemoveDialog({ entry, onClose }: Props) {
  const [knows, setKnows] = useState(false);
  // While the dialog closes it still says what it said.
  const last = useRef<Suppression>(undefined);
  if (entry) last.current = entry;
  const shown = last.current;
  const close = () => {
    setKnows(false);
    remove.reset();
    onClose();
  };
  const remove = useRemoveSuppression(({ address }) => {
    notifications.show({ message: m.removedNow(address) });
    close();
  });
  if (!shown) return null;
  const needsToKnow = shown.reason === 'complained';
  return (
    <ConfirmDialog
      opened={entry !== undefined}
      title={m.askRemove(shown.address)}
      confirm={m.confirm}
      cancel={m.cancel}
      isDestructive={needsToKnow}
      isBusy={remove.isPending}
      isBlocked={needsToKnow && !knows}
      error={remove.error}
      onConfirm={() => remove.mutate(shown)}
      onClose={close}
    >
      <Stack gap="sm">
        <Text>{meaning[shown.reason]}</Text>
        {needsToKnow && (
          <Checkbox
            label={m.knows}
            checked={knows}
            onChange={(event) => setKnows(event.currentTarget.checked)}
          />
        )}
      </Stack>
    </ConfirmDialog>
  );
}
