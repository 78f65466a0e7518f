import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { NoteInput } from '../../../domain/note-input.js';
import { ConfirmDialog } from '../../../kit/confirm-dialog.js';
import { meaning, outcome } from './hold-content.js';
import { m } from './messages.js';
import { useDecide, type Choice, type Decision, type Hold } from './use-holds.js';

export interface DecisionRequest {
  readonly type: Decision['type'];
  readonly choice: Choice;
  readonly count: number;
}

interface Props {
  readonly hold: Hold;
  /** Undefined: nothing, the dialog is closed. */
  readonly request: DecisionRequest | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what a decision about held emails means, and makes it. */
export function DecisionDialog({ hold, request, onClose, onDone }: Props) {
  const [note, setNote] = useState('');
  // While the dialog closes it still says what it said.
  const last = useRef<DecisionRequest>(undefined);
  if (request) last.current = request;
  const { type = 'release', choice = { ids: [] }, count = 0 } = last.current ?? {};
  const whole = 'group' in choice;
  const isSkip = type === 'skip';
  const decide = useDecide((emails, decision) => {
    notifications.show({ message: outcome(decision.type, hold, emails, 'group' in decision.choice) });
    setNote('');
    onDone();
  });
  const close = () => {
    setNote('');
    decide.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={request !== undefined}
      title={isSkip ? m.askSkip(count) : m.askRelease(count)}
      confirm={isSkip ? m.skip : m.release}
      cancel={m.cancel}
      isDestructive={isSkip}
      isBusy={decide.isPending}
      error={decide.error}
      onConfirm={() => decide.mutate({ type, choice, note })}
      onClose={close}
    >
      <Text>{meaning(type, hold, count, whole)}</Text>
      {isSkip && <NoteInput value={note} onChange={setNote} />}
    </ConfirmDialog>
  );
}
