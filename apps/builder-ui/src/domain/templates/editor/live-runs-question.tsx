import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, ifMatch } from '../../../api-client/api.js';
import { getTemplate, updateTemplate } from '../../../api-client/generated/sdk.gen.js';
import { keys } from '../../../api-client/keys.js';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { ProblemAlert } from '../../../kit/problem-alert.js';
import { list } from '../../../messages/catalogue.js';
import type { TemplateUse } from './use-done.js';
import { m } from './messages.js';

interface Props {
  readonly id: string;
  /** Undefined: nothing is asked. */
  readonly use: TemplateUse | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The text has changed for runs that are under way: they go on with what they began with, or get the new one. */
export function LiveRunsQuestion({ id, use, onClose, onDone }: Props) {
  const queries = useQueryClient();
  const update = useMutation({
    mutationFn: async () => {
      const { revision } = await call(getTemplate({ path: { id } }));
      return call(updateTemplate({ path: { id }, headers: ifMatch(revision), body: { liveRuns: 'update' } }));
    },
    onSuccess: (saved) => {
      queries.setQueryData(keys.templates.one(id), saved);
      onDone();
    },
  });
  const names = list((use?.workflows ?? []).filter(({ liveRuns }) => liveRuns > 0).map(({ name }) => name));
  return (
    <Modal opened={use !== undefined} onClose={onClose} title={m.liveRunsTitle}>
      <Stack>
        <Text>{m.liveRuns(use?.liveRuns ?? 0, names)}</Text>
        {update.error && <ProblemAlert error={update.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone} data-autofocus>
            {m.keepForThem}
          </Button>
          <Button loading={update.isPending} onClick={() => update.mutate()}>
            {m.updateForThem}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
