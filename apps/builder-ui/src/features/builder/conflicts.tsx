import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import IconArrowsSplit2 from '~icons/tabler/arrows-split-2';
import { applyOperation } from '@cueline/workflows';
import classes from './conflicts.module.css';
import type { Conflict } from './draft/conflict.js';
import type { DraftStore, DraftView } from './draft/draft-store.js';
import { fieldLabel, fieldOwner, fieldValue } from './field-text.js';
import type { Workflow } from './use-draft.js';
import type { Names } from '../../domain/use-names.js';
import { m } from './messages.js';

interface Props {
  readonly store: DraftStore<Workflow>;
  readonly view: DraftView<Workflow>;
  readonly names: Names;
}

/** The same setting was written in two windows: both texts, and a choice for each. Nothing is written over before it is made. */
export function Conflicts({ store, view, names }: Props) {
  const open = [...view.conflicts, ...view.overwritten];
  if (open.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconArrowsSplit2 size={18} />} title={m.otherWindow}>
      <Stack gap="md">
        {open.map((conflict) => (
          <Choice key={conflict.id} conflict={conflict} store={store} view={view} names={names} />
        ))}
      </Stack>
    </Alert>
  );
}

function Choice({ conflict, store, view, names }: Props & { readonly conflict: Conflict }) {
  const { server } = view;
  const mine = applyOperation(server.definition, conflict.operation);
  const yours = mine.ok ? mine.definition : view.definition;
  const owner = fieldOwner(conflict.fields[0]!, server.definition, names);
  return (
    <div role="group" aria-label={owner}>
      <Text size="sm" fw={600} mb={6}>
        {owner}
      </Text>
      {conflict.fields.map((field) => (
        <div key={field.key} className={classes['texts']}>
          <Said label={m.theirs(fieldLabel(field))} text={fieldValue(field, server.definition, names)} />
          <Said label={m.yours(fieldLabel(field))} text={fieldValue(field, yours, names)} />
        </div>
      ))}
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={() => store.put({ type: 'keepMine', id: conflict.id })}>
          {m.keepYours}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => store.put({ type: 'takeTheirs', id: conflict.id })}
        >
          {m.takeTheirs}
        </Button>
      </Group>
    </div>
  );
}

const Said = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div className={classes['said']}>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text size="sm" className={classes['text']}>
      {text}
    </Text>
  </div>
);
