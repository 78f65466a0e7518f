import { Alert, Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { previewApprovalMail } from '../../api-client/generated/sdk.gen.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { AnswerForm } from './answer-form.js';
import { MailPreview } from './mail-preview.js';
import { type Approval, type MailText } from './use-approvals.js';
import { keys } from '../../api-client/keys.js';
import { m } from './messages.js';

const TYPING_PAUSE_MS = 300;

interface Props {
  readonly approval: Approval;
  readonly text: MailText;
  readonly onText: (text: MailText) => void;
  readonly onBack: () => void;
}

/** Changes this one email: its template, and everybody else's, stay as they are. */
export function EditMail({ approval, text, onText, onBack }: Props) {
  const [mail] = useDebouncedValue(text, TYPING_PAUSE_MS);
  const preview = useQuery({
    queryKey: keys.approvals.preview(approval.id, mail),
    queryFn: () => call(previewApprovalMail({ path: { id: approval.id }, body: { mail } })),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const problems = preview.data?.problems ?? [];
  const isShown = mail === text && !preview.isPlaceholderData && preview.isSuccess;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {m.onlyThis}
      </Text>
      <TextInput
        label={m.subject}
        maxLength={2_000}
        data-autofocus
        value={text.subject}
        onChange={(event) => onText({ ...text, subject: event.currentTarget.value })}
      />
      <TextInput
        label={m.previewText}
        description={m.previewTextAbout}
        maxLength={300}
        value={text.preheader ?? ''}
        onChange={(event) => onText({ ...text, preheader: event.currentTarget.value })}
      />
      <Textarea
        label={m.email}
        description={m.emailAbout}
        autosize
        minRows={6}
        maxRows={18}
        spellCheck={false}
        maxLength={200_000}
        value={text.html}
        onChange={(event) => onText({ ...text, html: event.currentTarget.value })}
      />
      {typeof text.text === 'string' && (
        <Textarea
          label={m.plainText}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={200_000}
          value={text.text}
          onChange={(event) => onText({ ...text, text: event.currentTarget.value })}
        />
      )}
      {preview.error && (
        <ProblemAlert
          error={preview.error}
          title={m.previewOutdated}
          onRetry={() => void preview.refetch()}
        />
      )}
      {problems.length > 0 && (
        <Alert color="yellow" title={m.fixFirst}>
          {problems.map(({ message, part, line }) => (
            <Text key={`${part}:${line}:${message}`} size="sm">
              {message}
            </Text>
          ))}
        </Alert>
      )}
      <MailPreview mail={preview.data?.mail ?? null} />
      <AnswerForm
        approval={approval}
        approveLabel={m.approveAndSend}
        declineLabel={m.skip}
        mail={text}
        // What is approved is what was seen.
        disabled={!isShown || problems.length > 0}
      >
        <Button variant="default" onClick={onBack}>
          {m.discard}
        </Button>
      </AnswerForm>
    </Stack>
  );
}
