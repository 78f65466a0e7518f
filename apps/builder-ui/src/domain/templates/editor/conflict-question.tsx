import { Alert, Button, Group, Stack } from '@mantine/core';
import { list } from '../../../messages/catalogue.js';
import type { TemplateStore, TemplateView } from '../draft/template-store.js';
import { m } from './messages.js';

interface Props {
  readonly store: TemplateStore;
  readonly view: TemplateView;
}

/** Two windows have written in the same part: nothing is lost before a person has decided. */
export function ConflictQuestion({ store, view: { conflict, refusal } }: Props) {
  if (refusal !== undefined)
    return (
      <Alert color="red" title={m.notSaved}>
        <Stack gap="xs" align="flex-start">
          {refusal}
          <Button size="xs" variant="default" onClick={() => store.retry()}>
            {m.tryAgain}
          </Button>
        </Stack>
      </Alert>
    );
  if (!conflict) return null;
  return (
    <Alert color="yellow" title={m.changedElsewhere}>
      <Stack gap="xs" align="flex-start">
        {m.differsIn(list(conflict.parts.map((part) => m.parts[part])))}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => store.takeTheirs()}>
            {m.takeTheirs}
          </Button>
          <Button size="xs" variant="default" onClick={() => store.keepMine()}>
            {m.keepMine}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
