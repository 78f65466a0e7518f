import { Group, SegmentedControl, Stack, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { ClientSelect } from '../client-select.js';
import type { Preview } from './use-preview.js';
import styles from './template-preview.module.css';
import editor from './template-editor.module.css';
import { list } from '../../messages/catalogue.js';
import { recordLabel } from '../labels/labels.js';
import { m } from './messages.js';

interface Props {
  readonly preview: Preview | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  /** Null: sample values. */
  readonly clientId: string | null;
  readonly onClient: (clientId: string | null) => void;
}

/** The mail as it would arrive: as a sample or as a chosen client, on a desktop or a phone. */
export function TemplatePreview({ preview, error, onRetry, clientId, onClient }: Props) {
  const [width, setWidth] = useState('desktop');
  return (
    <Stack gap="sm" component="section" aria-label={m.preview} className={editor['preview']}>
      <Group gap="xs" justify="space-between" align="flex-end">
        <ClientSelect
          label={m.filledInFor}
          placeholder={m.sampleValues}
          clearable
          value={clientId}
          onChange={onClient}
        />
        <SegmentedControl
          aria-label={m.previewWidth}
          value={width}
          onChange={setWidth}
          data={[
            { value: 'desktop', label: m.desktop },
            { value: 'phone', label: m.phone },
          ]}
        />
      </Group>
      {clientId && preview && preview.samples.length > 0 && (
        <Text size="sm" c="dimmed">
          {m.samples(list(preview.samples.map(recordLabel)))}
        </Text>
      )}
      {error && <ProblemAlert error={error} title={m.previewOutdated} onRetry={onRetry} />}
      {preview && <Shown preview={preview} width={width} />}
    </Stack>
  );
}

function Shown({ preview, width }: { readonly preview: Preview; readonly width: string }) {
  return (
    <>
      <div className={styles['envelope']}>
        <Text fw={600} className={styles['subject']}>
          {preview.subject || m.noSubject}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {preview.preheader || m.noPreheader}
        </Text>
      </div>
      <Tabs defaultValue="html">
        <Tabs.List>
          <Tabs.Tab value="html">{m.asEmail}</Tabs.Tab>
          <Tabs.Tab value="text">{m.asText}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html" pt="sm">
          {preview.html ? (
            <iframe
              title={m.previewOfEmail}
              className={styles['frame']}
              data-width={width}
              sandbox=""
              srcDoc={preview.html}
            />
          ) : (
            <Text c="dimmed">{m.notReadable}</Text>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="sm">
          <pre className={styles['text']} tabIndex={0} aria-label={m.plainText} data-width={width}>
            {preview.text}
          </pre>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
