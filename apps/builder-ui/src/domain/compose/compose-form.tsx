import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { getTemplate } from '../../api-client/generated/sdk.gen.js';
import { fieldError, unplacedError } from '../../kit/field-error.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { useUnsaved } from '../../session/unsaved.js';
import { MailPreview } from '../approvals/mail-preview.js';
import { useAllTemplates } from '../use-all.js';
import { useZonedMoment } from '../use-moment.js';
import { BodyInput } from './body-input.js';
import styles from './compose.module.css';
import { keyOfSender, type Letter, type MailStart, type Opened } from './letter.js';
import { m } from './messages.js';
import { RecipientsInput } from './recipients-input.js';
import { SendLater } from './send-later.js';
import { offerToCallBack, UNDO_MS } from './undo-send.js';
import { useLetter } from './use-letter.js';

interface Props {
  readonly start: MailStart;
  readonly opened: Opened;
  readonly onClose: () => void;
  readonly onUndone: (letter: Letter) => void;
}

const places = ['to', 'from', 'content/subject', 'content/html'];

/** An email while it is written, beside what its reader gets. */
export function ComposeForm({ start, opened, onClose, onUndone }: Props) {
  const { about, brand, people, senders, closed } = start;
  const writing = useLetter({ type: about.type, id: about.id }, opened);
  const { letter, change, preview, send, save, discard, isShown } = writing;
  const templates = useAllTemplates();
  const moment = useZonedMoment();
  const [templateError, setTemplateError] = useState<Error>();
  useUnsaved(writing.isUnsaved && !send.isSuccess);
  const problems = (preview.data?.problems ?? []).filter(({ severity }) => severity === 'error');
  const isBlocked = letter.to.length === 0 || !isShown || problems.length > 0 || send.isPending;

  const leave = (sendAt: string, isLater: boolean) =>
    send.mutate(sendAt, {
      onSuccess: ({ mails }) => {
        onClose();
        offerToCallBack({
          ids: mails.map(({ id }) => id),
          message: isLater ? m.scheduled(moment(sendAt, brand.zone)) : m.leaving,
          forMs: UNDO_MS,
          onUndone: () => onUndone(letter),
        });
      },
    });
  const sendNow = () => !isBlocked && leave(new Date(Date.now() + UNDO_MS).toISOString(), false);
  const choose = async (templateId: string | null) => {
    setTemplateError(undefined);
    if (templateId === null) return change({ templateId });
    try {
      const { subject, html } = await call(getTemplate({ path: { id: templateId } }));
      change({ templateId, subject, html });
    } catch (error) {
      setTemplateError(error as Error);
    }
  };
  const error = send.error;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        sendNow();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
        event.preventDefault();
        sendNow();
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {m.about(about.label)}
        </Text>
        {closed && <Alert color="yellow">{m.closed[closed]}</Alert>}
        {error && unplacedError(error, places) && <ProblemAlert error={error} title={m.notSent} />}
        <RecipientsInput
          value={letter.to}
          people={people}
          error={fieldError(error, 'to') ?? undefined}
          onChange={(to) => change({ to })}
        />
        <Select
          label={m.from}
          description={preview.data?.replyTo ? m.answersGoTo(preview.data.replyTo) : undefined}
          allowDeselect={false}
          error={fieldError(error, 'from')}
          value={keyOfSender(letter.from)}
          onChange={(value) =>
            change({
              from: senders.find(({ sender }) => keyOfSender(sender) === value)?.sender ?? { type: 'brand' },
            })
          }
          data={senders.map(({ sender, name, address, isOwn }) => ({
            value: keyOfSender(sender),
            label: `${name} <${address}>${isOwn ? ` · ${m.you}` : ''}`,
          }))}
        />
        <Select
          label={m.template}
          placeholder={m.blank}
          clearable
          searchable
          value={letter.templateId}
          onChange={(value) => void choose(value)}
          data={(templates.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        {templateError && <ProblemAlert error={templateError} title={m.templateNotLoaded} />}
        <TextInput
          label={m.subject}
          maxLength={2_000}
          data-autofocus
          value={letter.subject}
          error={fieldError(error, 'content/subject')}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
        <BodyInput
          html={letter.html}
          error={fieldError(error, 'content/html') ?? undefined}
          onChange={(html) => change({ html })}
        />
        {problems.length > 0 && (
          <Alert color="yellow" title={m.fixFirst}>
            {problems.map(({ part, line, message }) => (
              <Text key={`${part}:${line}:${message}`} size="sm">
                {message}
              </Text>
            ))}
          </Alert>
        )}
        {save.error && <ProblemAlert error={save.error} title={m.notKept} onRetry={writing.keep} />}
      </Stack>
      <div className={styles['preview']}>
        <Text size="sm" fw={500} mb={4}>
          {m.asSent}
        </Text>
        {preview.error && (
          <ProblemAlert error={preview.error} title={m.noPreview} onRetry={() => void preview.refetch()} />
        )}
        <MailPreview
          to={letter.to.map(({ address }) => address)}
          mail={preview.data?.html ? preview.data : null}
        />
      </div>
      <Group gap="xs" className={styles['dock']}>
        <Button type="submit" loading={send.isPending} disabled={isBlocked}>
          {m.send}
        </Button>
        <SendLater zone={brand.zone} isBlocked={isBlocked} onSend={(instant) => leave(instant, true)} />
        <Button
          variant="subtle"
          color="gray"
          loading={discard.isPending}
          onClick={() => discard.mutate(undefined, { onSuccess: onClose })}
        >
          {m.discard}
        </Button>
        <Text size="xs" c="dimmed" role="status">
          {writing.isUnsaved ? m.saving : m.kept}
        </Text>
      </Group>
    </form>
  );
}
