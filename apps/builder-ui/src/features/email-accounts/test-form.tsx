import { Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Draft } from './draft.js';
import { m } from './messages.js';

interface Props {
  readonly draft: Draft;
  readonly onFromName: (fromName: string) => void;
  readonly onTest: () => void;
  /** What comes before the name that people see. */
  readonly children: ReactNode;
  readonly buttons: ReactNode;
}

/** An account as it is filled in; sending the form off tests it. */
export const TestForm = ({ draft, onFromName, onTest, children, buttons }: Props) => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      onTest();
    }}
  >
    <Stack maw={560}>
      {children}
      <TextInput
        label={m.fromName}
        description={m.fromNameHint}
        required
        maxLength={200}
        value={draft.fromName}
        onChange={(event) => onFromName(event.currentTarget.value)}
      />
      <Group>{buttons}</Group>
      <Text size="xs" c="dimmed">
        {m.testMeans}
      </Text>
    </Stack>
  </form>
);
