import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { ApiError } from '../../api-client/api.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { useAnswer, type Answer, type Approval, type MailText } from './use-approvals.js';
import { NoteInput } from '../note-input.js';
import { m } from './messages.js';

interface Props {
  readonly approval: Approval;
  readonly approveLabel: string;
  readonly declineLabel: string;
  /** The text that the email leaves with instead of its template's. */
  readonly mail?: MailText | undefined;
  readonly disabled?: boolean;
  /** More that can be done, between the two answers. */
  readonly children?: ReactNode;
}

/** Two answers and a note that stays with the run. */
export function AnswerForm({ approval, approveLabel, declineLabel, mail, disabled, children }: Props) {
  const [note, setNote] = useState('');
  const answer = useAnswer(approval, {
    onSuccess: (given: Answer) =>
      notifications.show({
        message: given.type === 'approve' ? m.approved : m.declined,
      }),
    // Where somebody else was quicker the question leaves the page, and with it the place to say so.
    onError: (error) => isAnswered(error) && notifications.show({ color: 'yellow', message: error.message }),
  });
  return (
    <Stack gap="xs">
      {answer.error && !isAnswered(answer.error) && <ProblemAlert error={answer.error} />}
      <NoteInput value={note} onChange={setNote} />
      <Group gap="xs">
        <Button
          loading={answer.isPending && answer.variables.type === 'approve'}
          disabled={disabled || answer.isPending}
          onClick={() => answer.mutate({ type: 'approve', note, ...(mail && { mail }) })}
        >
          {approveLabel}
        </Button>
        {children}
        <Button
          variant="default"
          loading={answer.isPending && answer.variables.type === 'decline'}
          disabled={answer.isPending}
          onClick={() => answer.mutate({ type: 'decline', note })}
        >
          {declineLabel}
        </Button>
      </Group>
    </Stack>
  );
}

const isAnswered = (error: Error): boolean => error instanceof ApiError && error.problem.status === 409;
