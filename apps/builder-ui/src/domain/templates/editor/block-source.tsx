import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EventType } from '@cueline/workflows';
import { useState } from 'react';
import { call } from '../../../api-client/api.js';
import { getTemplateSource } from '../../../api-client/generated/sdk.gen.js';
import { keys } from '../../../api-client/keys.js';
import { ConfirmDialog } from '../../../kit/confirm-dialog.js';
import { lazyComponent } from '../../../kit/lazy/lazy-component.js';
import { QueryGate } from '../../../kit/query-gate.js';
import type { BlockDraft } from '../draft/template-draft.js';
import type { TemplateStore } from '../draft/template-store.js';
import { m as common } from '../messages.js';
import { m } from './messages.js';

const { Fetched: CodeInput } = lazyComponent(async () => (await import('../source/code-input.js')).CodeInput);

interface Props {
  readonly id: string;
  readonly store: TemplateStore;
  readonly draft: BlockDraft;
  readonly event: EventType;
}

const none = () => undefined;

/** What the blocks say as source; to go on in it is a way without return. */
export function BlockSource({ id, store, draft, event }: Props) {
  const [isConfirming, setConfirming] = useState(false);
  const query = useQuery({
    queryKey: keys.templates.source(id, draft),
    queryFn: async () => {
      await store.settled();
      return call(getTemplateSource({ path: { id } }));
    },
  });
  return (
    <QueryGate query={query} failed={common.notLoaded}>
      {(source) => (
        <Stack gap="sm" maw={760} mx="auto">
          <Text size="sm" c="dimmed">
            {m.sourceAbout}
          </Text>
          <CodeInput
            label={m.htmlOfEmail}
            kind="html"
            value={source.html}
            event={event}
            problems={[]}
            isReadOnly
            onChange={none}
          />
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setConfirming(true)}>
            {m.asSource}
          </Button>
          <ConfirmDialog
            opened={isConfirming}
            title={m.asSourceTitle}
            confirm={m.asSource}
            cancel={m.keepBlocks}
            onClose={() => setConfirming(false)}
            onConfirm={() =>
              store.change({ kind: 'source', name: draft.name, attachments: draft.attachments, ...source })
            }
          >
            {m.asSourceMeans}
          </ConfirmDialog>
        </Stack>
      )}
    </QueryGate>
  );
}
