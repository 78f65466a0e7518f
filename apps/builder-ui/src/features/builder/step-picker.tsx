import { Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { kinds, type StepKind } from '@cueline/workflows';
import { matching } from './matching-kinds.js';
import { useState, type KeyboardEvent } from 'react';

interface Props {
  /** Undefined: closed. */
  readonly allowed: readonly StepKind[] | undefined;
  readonly onPick: (kind: StepKind) => void;
  readonly onClose: () => void;
}

/** Opens with the search focused; arrows choose, Enter inserts. */
export function StepPicker({ allowed, onPick, onClose }: Props) {
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const found = matching(allowed ?? [], search);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const done = (act: () => void) => {
    setSearch('');
    setAt(0);
    act();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter' && found[chosen]) done(() => onPick(found[chosen]!));
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened={allowed !== undefined}
      onClose={() => done(onClose)}
      title="Add a step"
      size="sm"
      // The focus goes on to the new step; the builder puts it back where nothing was chosen.
      returnFocus={false}
    >
      <Stack gap="xs" onKeyDown={keys}>
        <TextInput
          data-autofocus
          aria-label="Search steps"
          placeholder="Search"
          value={search}
          onChange={(e) => {
            setSearch(e.currentTarget.value);
            setAt(0);
          }}
        />
        {found.length === 0 && (
          <Text c="dimmed">
            {allowed?.length === 0
              ? 'Nothing can stand here: the run has ended before.'
              : 'No step is called like this.'}
          </Text>
        )}
        {found.map((kind, i) => (
          <UnstyledButton
            key={kind}
            p="xs"
            style={{
              borderRadius: 8,
              background: i === chosen ? 'var(--mantine-color-default-hover)' : undefined,
            }}
            onClick={() => done(() => onPick(kind))}
            data-kind={kind}
          >
            <Text fw={600}>{kinds[kind].label}</Text>
            <Text size="sm" c="dimmed">
              {kinds[kind].hint}
            </Text>
          </UnstyledButton>
        ))}
      </Stack>
    </Modal>
  );
}
