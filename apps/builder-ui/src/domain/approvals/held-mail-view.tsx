import { Alert, Button, Loader, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { MailPreview } from './mail-preview.js';
import { AnswerForm } from './answer-form.js';
import { EditMail } from './edit-mail.js';
import { useHeldMail, type Approval, type MailText } from './use-approvals.js';

/** An email before it leaves: as it would be now, with the ways to send, change or skip it. */
export function HeldMailView({ approval }: { readonly approval: Approval }) {
  const held = useHeldMail(approval.id);
  const [editing, setEditing] = useState<MailText>();
  if (held.isPending) return <Loader aria-label="Loading" />;
  if (!held.data)
    return (
      <ProblemAlert
        error={held.error}
        title="The email couldn’t be loaded"
        onRetry={() => void held.refetch()}
      />
    );
  if (editing)
    return (
      <EditMail approval={approval} text={editing} onText={setEditing} onBack={() => setEditing(undefined)} />
    );
  const { to, mail, problems, words } = held.data;
  return (
    <Stack gap="sm">
      <MailPreview to={to} mail={mail} />
      {problems.length > 0 && (
        <Alert color="yellow" title="The email can’t be sent as it is.">
          {problems.map(({ message, line, part }) => (
            <Text key={`${part}:${line}:${message}`} size="sm">
              {message}
            </Text>
          ))}
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        Recipients and details are read again when it leaves.
      </Text>
      <AnswerForm
        approval={approval}
        approveLabel="Approve and send"
        declineLabel="Skip this email"
        disabled={problems.length > 0}
      >
        <Button variant="default" onClick={() => setEditing(words)}>
          Edit
        </Button>
      </AnswerForm>
    </Stack>
  );
}
