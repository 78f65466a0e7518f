import { ActionIcon, Button, Checkbox, FileButton, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import IconPaperclip from '~icons/tabler/paperclip';
import IconX from '~icons/tabler/x';
import type { attachments } from '@cueline/contracts';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { base64, nameOfFile } from '../../api-client/base64.js';
import { uploadFile } from '../../api-client/generated/sdk.gen.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { number } from '../../messages/catalogue.js';
import styles from './attachments-input.module.css';
import { m } from './messages.js';

interface Props {
  readonly value: readonly attachments.Attachment[];
  /** As the preview has them: their names and sizes. */
  readonly shown: readonly attachments.Attached[];
  /** It is about a booking, whose calendar file there is. */
  readonly hasBooking: boolean;
  readonly onChange: (value: readonly attachments.Attachment[]) => void;
}

interface Known {
  readonly name: string;
  readonly octets: number;
}

/** What an email carries beside its text: files, and the entry of its booking for the reader's calendar. */
export function AttachmentsInput({ value, shown, hasBooking, onChange }: Props) {
  const [uploaded, setUploaded] = useState<ReadonlyMap<string, Known>>(new Map());
  const upload = useMutation({
    mutationFn: async (file: File) =>
      call(
        uploadFile({
          body: { name: nameOfFile(file, m.aFile), use: 'attachment', data: await base64(file) },
        }),
      ),
    onSuccess: ({ id, name, octets }) => {
      setUploaded((before) => new Map([...before, [id, { name, octets }]]));
      // The same content has the same id: it is carried once.
      const others = value.filter((one) => one.type !== 'file' || one.file !== id);
      onChange([...others, { type: 'file', file: id }]);
    },
  });
  const files = value.filter((one) => one.type === 'file');
  const knownOf = (id: string): Known | undefined =>
    uploaded.get(id) ?? (shown.find((one) => one.type === 'file' && one.file === id) as Known | undefined);
  const hasCalendar = value.some(({ type }) => type === 'calendar');
  return (
    <Stack gap="xs" align="flex-start" component="section" aria-label={m.title}>
      {(hasBooking || hasCalendar) && (
        <Checkbox
          label={m.calendarFile}
          description={m.calendarFileAbout}
          checked={hasCalendar}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [{ type: 'calendar' }, ...files] : files)
          }
        />
      )}
      {files.length > 0 && (
        <ul className={styles['files']} aria-label={m.title}>
          {files.map(({ file }) => {
            const known = knownOf(file);
            const name = known?.name ?? m.aFile;
            return (
              <li key={file}>
                <IconPaperclip size={16} stroke={1.75} aria-hidden />
                <Text size="sm" className={styles['name']}>
                  {name}
                </Text>
                {known && (
                  <Text size="xs" c="dimmed">
                    {sizeOf(known.octets)}
                  </Text>
                )}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={32}
                  aria-label={m.remove(name)}
                  onClick={() => onChange(value.filter((one) => one.type !== 'file' || one.file !== file))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      <FileButton onChange={(file) => file && upload.mutate(file)} inputProps={{ 'aria-label': m.attach }}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="xs"
            leftSection={<IconPaperclip size={16} aria-hidden />}
            loading={upload.isPending}
          >
            {m.attach}
          </Button>
        )}
      </FileButton>
      {upload.error && <ProblemAlert error={upload.error} title={m.notAttached} />}
    </Stack>
  );
}

const sizeOf = (octets: number): string =>
  octets < 1_000_000
    ? m.size(number(Math.max(1, Math.round(octets / 1_000))), 'kB')
    : m.size(number(Math.round(octets / 100_000) / 10), 'MB');
