import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { QueryGate } from '../../kit/query-gate.js';
import { AnswerForm } from './answer-form.js';
import { EditMail } from './edit-mail.js';
import { MailPreview } from './mail-preview.js';
import { m } from './messages.js';
import { useApprovalMail, type Approval, type ApprovalMail, type MailText } from './use-approvals.js';

/** An email before it leaves: as it would be now, with the ways to send, change or skip it. */
export function ApprovalMailView({ approval }: { readonly approval: Approval }) {
  const mail = useApprovalMail(approval.id);
  const [editing, setEditing] = useState<MailText>();
  return (
    <QueryGate query={mail} failed={m.notLoaded}>
      {(email) =>
        editing ? (
          <EditMail
            approval={approval}
            text={editing}
            onText={setEditing}
            onBack={() => setEditing(undefined)}
          />
        ) : (
          <AsItIs approval={approval} email={email} onEdit={setEditing} />
        )
      }
    </QueryGate>
  );
}

interface Props {
  readonly approval: Approval;
  readonly email: ApprovalMail;
  readonly onEdit: (text: MailText) => void;
}

function AsItIs({ approval, email: { to, mail, problems, content }, onEdit }: Props) {
  return (
    <Stack gap="sm">
      <MailPreview to={to} mail={mail} />
      {problems.length > 0 && (
        <Alert color="yellow" title={m.cannotSend}>
          {problems.map(({ message, line, part }) => (
            <Text key={`${part}:${line}:${message}`} size="sm">
              {message}
            </Text>
          ))}
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        {m.readAgain}
      </Text>
      <AnswerForm
        approval={approval}
        approveLabel={m.approveAndSend}
        declineLabel={m.skip}
        disabled={problems.length > 0}
      >
        <Button variant="default" onClick={() => onEdit(content)}>
          {m.edit}
        </Button>
      </AnswerForm>
    </Stack>
  );
}
