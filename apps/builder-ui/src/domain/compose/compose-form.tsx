import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { blankDocument } from '@cueline/email/blocks';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { getTemplate } from '../../api-client/generated/sdk.gen.js';
import { fieldError, unplacedError } from '../../kit/field-error.js';
import { lazyComponent } from '../../kit/lazy/lazy-component.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { useUnsaved } from '../../session/unsaved.js';
import { AttachmentsInput } from '../attachments/attachments-input.js';
import { MailPreview } from '../approvals/mail-preview.js';
import { useAllTemplates } from '../use-all.js';
import { useZonedMoment } from '../use-moment.js';
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
  /** Under what it answers, where there is no room for how its reader sees it. */
  readonly isInline?: boolean;
  readonly onClose: () => void;
  readonly onUndone: (letter: Letter) => void;
}

const places = ['to', 'from', 'content/subject', 'content/html', 'content/blocks'];
/** Fetched when somebody writes: the record's page waits for none of it. */
const { Fetched: LetterBody } = lazyComponent(async () => (await import('./letter-body.js')).default);

/** An email while it is written, beside what its reader gets. */
export function ComposeForm({ start, opened, isInline = false, onClose, onUndone }: Props) {
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
    // A blank one is begun in blocks; what is written in them stays.
    if (templateId === null) return change({ templateId, blocks: letter.blocks ?? blankDocument() });
    try {
      const { blocks, subject, html, attachments } = await call(getTemplate({ path: { id: templateId } }));
      change({ templateId, attachments, ...(blocks ? { blocks } : { blocks: null, subject, html }) });
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
        {!isInline && (
          <Text size="sm" c="dimmed">
            {m.about(about.label)}
          </Text>
        )}
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
        <LetterBody
          about={about}
          letter={letter}
          problems={preview.data?.problems ?? []}
          error={error}
          onChange={change}
        />
        <AttachmentsInput
          value={letter.attachments}
          shown={preview.data?.attachments ?? []}
          hasBooking={about.type === 'booking'}
          onChange={(attachments) => change({ attachments })}
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
      {!isInline && (
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
      )}
      <Group gap="xs" className={styles['dock']} data-inline={isInline || undefined}>
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
