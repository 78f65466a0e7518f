import { Group, SegmentedControl, Stack, Tabs, Text } from '@mantine/core';
import { recordSpec } from '@cueline/workflows';
import { useState } from 'react';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { ClientSelect } from '../client-select.js';
import type { Preview } from './use-preview.js';
import styles from './template-preview.module.css';
import editor from './template-editor.module.css';

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
    <Stack gap="sm" component="section" aria-label="Preview" className={editor['preview']}>
      <Group gap="xs" justify="space-between" align="flex-end">
        <ClientSelect
          label="Filled in for"
          placeholder="Sample values"
          clearable
          value={clientId}
          onChange={onClient}
        />
        <SegmentedControl
          aria-label="Width of the preview"
          value={width}
          onChange={setWidth}
          data={[
            { value: 'desktop', label: 'Desktop' },
            { value: 'phone', label: 'Phone' },
          ]}
        />
      </Group>
      {clientId && preview && preview.samples.length > 0 && (
        <Text size="sm" c="dimmed">
          Samples stand in for what this client has none of: {preview.samples.map(label).join(', ')}.
        </Text>
      )}
      {error && <ProblemAlert error={error} title="The preview is not up to date" onRetry={onRetry} />}
      {preview && <Shown preview={preview} width={width} />}
    </Stack>
  );
}

function Shown({ preview, width }: { readonly preview: Preview; readonly width: string }) {
  return (
    <>
      <div className={styles['envelope']}>
        <Text fw={600} className={styles['subject']}>
          {preview.subject || 'No subject yet'}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {preview.preheader || 'No preview line'}
        </Text>
      </div>
      <Tabs defaultValue="html">
        <Tabs.List>
          <Tabs.Tab value="html">As mail</Tabs.Tab>
          <Tabs.Tab value="text">As plain text</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html" pt="sm">
          {preview.html ? (
            <iframe
              title="Preview of the mail"
              className={styles['frame']}
              data-width={width}
              sandbox=""
              srcDoc={preview.html}
            />
          ) : (
            <Text c="dimmed">Shown as soon as the template can be read.</Text>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="sm">
          <pre className={styles['text']} tabIndex={0} aria-label="Plain text" data-width={width}>
            {preview.text}
          </pre>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

const label = (record: string): string => (recordSpec(record)?.label ?? record).toLowerCase();
