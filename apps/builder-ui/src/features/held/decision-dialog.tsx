import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { emails, meaning, outcome } from './hold-words.js';
import { useDecide, type Choice, type Decision, type Hold } from './use-holds.js';

const NOTE_LENGTH = 500;

export interface Asked {
  readonly type: Decision['type'];
  readonly choice: Choice;
  readonly count: number;
}

interface Props {
  readonly hold: Hold;
  /** Undefined: nothing, the dialog is closed. */
  readonly asked: Asked | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what a decision about held emails means, and makes it. */
export function DecisionDialog({ hold, asked, onClose, onDone }: Props) {
  return (
    <Modal
      opened={asked !== undefined}
      onClose={onClose}
      title={asked && `${asked.type === 'release' ? 'Release' : 'Do not send'} ${emails(asked.count)}?`}
    >
      {asked && <Question hold={hold} asked={asked} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function Question({ hold, asked, onClose, onDone }: Props & { readonly asked: Asked }) {
  const { type, choice, count } = asked;
  const whole = 'group' in choice;
  const [note, setNote] = useState('');
  const decide = useDecide((mails) => {
    notifications.show({ message: outcome(type, hold, mails, whole) });
    onDone();
  });
  return (
    <Stack>
      {decide.error && <ProblemAlert error={decide.error} />}
      <Text size="sm">{meaning(type, hold, count, whole)}</Text>
      {type === 'skip' && (
        <TextInput
          label="Note (optional)"
          description="Your team sees it on the run. The client does not."
          maxLength={NOTE_LENGTH}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button
          color={type === 'skip' ? 'red' : undefined}
          loading={decide.isPending}
          onClick={() => decide.mutate({ type, choice, note })}
        >
          {type === 'release' ? 'Release' : 'Do not send'}
        </Button>
      </Group>
    </Stack>
  );
}
