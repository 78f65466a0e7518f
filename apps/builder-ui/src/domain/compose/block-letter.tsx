import { Input, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Editor } from '@tiptap/core';
import type { BlockDocument } from '@cueline/email/blocks';
import { useRef, useState } from 'react';
import { fieldError } from '../../kit/field-error.js';
import { BlockStage } from '../templates/editor/block-stage.js';
import { SelectionSettings } from '../templates/editor/selection-settings.js';
import { leftOutMessage } from '../templates/editor/left-out.js';
import { useImageUploads } from '../templates/images/use-image-uploads.js';
import { documentOf } from '../templates/draft/template-server.js';
import { focusSettings } from '../templates/surface/line-input.js';
import { SurfaceProvider } from '../templates/surface/surface-context.js';
import { useBrand } from '../templates/use-brand.js';
import styles from './compose.module.css';
import { eventOf } from './letter.js';
import type { LetterBodyProps } from './source-letter.js';
import { m } from './messages.js';

type Props = LetterBodyProps & { readonly document: BlockDocument };

/** In blocks, as it will be read; the settings of what is selected stand below. */
export function BlockLetter({ about, document, error, onChange }: Props) {
  const brand = useBrand();
  const event = eventOf[about.type];
  const [made, setMade] = useState<Editor>();
  const [active, setActive] = useState<Editor>();
  const settings = useRef<HTMLDivElement>(null);
  const body = made?.isDestroyed === false ? made : undefined;
  const images = useImageUploads(body);
  const problem = ['content/subject', 'content/blocks']
    .map((place) => fieldError(error, place))
    .find(Boolean);
  const draft = { kind: 'blocks', name: '', attachments: [], ...document } as const;
  return (
    <SurfaceProvider
      value={{
        event,
        shown: { signature: brand.signature, fieldText: undefined, uploads: images.uploads },
        onFocus: setActive,
        onInsertTarget: () => undefined,
        onOpenChip: () => focusSettings(settings.current),
        onLeftOut: (leftOut) => void notifications.show({ color: 'yellow', ...leftOutMessage(leftOut) }),
        uploads: images.store,
        onImageFile: images.onFile,
      }}
    >
      <div className={styles['stage']}>
        <BlockStage
          draft={draft}
          brand={brand}
          body={body}
          device="desktop"
          onChange={(next) => onChange({ blocks: documentOf(next) })}
          onBody={(editor) => {
            setMade(editor);
            setActive(editor);
          }}
          // The settings of the new link are drawn first.
          onLink={() =>
            setTimeout(() => settings.current?.querySelector<HTMLElement>('[data-place="link"]')?.focus())
          }
        />
      </div>
      {problem && <Input.Error role="alert">{problem}</Input.Error>}
      <div ref={settings} className={styles['settings']}>
        {active && !active.isDestroyed && <SelectionSettings active={active} event={event} />}
        <Text size="xs" c="dimmed">
          {m.insertAbout}
        </Text>
      </div>
    </SurfaceProvider>
  );
}
