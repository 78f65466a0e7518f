import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import IconTrash from '~icons/tabler/trash';
import classes from './conflicts.module.css';
import type { DraftStore, DraftView } from './draft/draft-store.js';
import { textsOf } from './field-text.js';
import type { Workflow } from './use-draft.js';
import type { Names } from '../../domain/use-names.js';
import { m } from './messages.js';

interface Props {
  readonly store: DraftStore<Workflow>;
  readonly view: DraftView<Workflow>;
  readonly names: Names;
}

/** Steps that were edited here and deleted elsewhere: their texts can be taken along. */
export function LostSteps({ store, view: { lost }, names }: Props) {
  if (lost.length === 0) return null;
  const text = lost.map(({ step }) => textsOf(step, names)).join('\n\n');
  return (
    <Alert color="yellow" icon={<IconTrash size={18} />} title={m.stepLost(lost.length)}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm" className={classes['text']}>
          {text}
        </Text>
        <Group gap="xs">
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button size="xs" onClick={copy}>
                {copied ? m.copied : m.copyText}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="default" onClick={() => store.put({ type: 'dismissLost' })}>
            {m.close}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
