import { notifications } from '@mantine/notifications';
import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { BlockDraft } from '../draft/template-draft.js';
import { useBrand } from '../use-brand.js';
import { useImageUploads } from '../images/use-image-uploads.js';
import { MailView, PlainTextView } from '../preview/mail-view.js';
import { PreviewControls } from '../preview/preview-controls.js';
import { insert } from '../surface/insert.js';
import { dragItem } from '../surface/drag-item.js';
import { focusSettings } from '../surface/line-input.js';
import type { LeftOut } from '../surface/pasting/clean-html.js';
import type { Shown } from '../surface/plugins/shown.js';
import { SurfaceProvider } from '../surface/surface-context.js';
import { BlockPanel } from './block-panel.js';
import { BlockSource } from './block-source.js';
import { BlockStage } from './block-stage.js';
import { AttachedPart } from './attached-part.js';
import { ConflictQuestion } from './conflict-question.js';
import type { EditingProps } from './editing-props.js';
import { leftOutMessage } from './left-out.js';
import { FieldPanel } from './field-panel.js';
import { fieldTextIn } from './field-text.js';
import { goToBlock, placeLabel } from './go-to-problem.js';
import { ProblemList, type TemplateProblem } from './problem-list.js';
import { SelectionSettings } from './selection-settings.js';
import styles from './template-editor.module.css';
import { m } from './messages.js';

/** A template of blocks: the email in the middle, what can be added left of it, settings and problems right. */
export function BlockEditing(props: EditingProps<BlockDraft>) {
  const { store, view, draft, event, tab, onTab, preview, choice } = props;
  const brand = useBrand();
  const [made, setMade] = useState<Editor>();
  const body = made?.isDestroyed === false ? made : undefined;
  const [active, setActive] = useState<Editor>();
  const target = useRef<Editor>(undefined);
  const right = useRef<HTMLElement>(null);
  const going = useRef<TemplateProblem>(undefined);

  const images = useImageUploads(body);
  const values = preview.data?.values;
  const shown = useMemo<Shown>(
    () => ({
      signature: brand.signature,
      uploads: images.uploads,
      fieldText: choice.showing === 'asSent' && values ? fieldTextIn(values) : undefined,
    }),
    [brand.signature, choice.showing, values, images.uploads],
  );
  const context = {
    event,
    shown,
    onFocus: (editor: Editor) => {
      target.current = editor;
      setActive(editor);
    },
    onInsertTarget: (editor: Editor) => void (target.current = editor),
    onOpenChip: () => focusSettings(right.current),
    onLeftOut: (leftOut: LeftOut) => void notifications.show({ color: 'yellow', ...leftOutMessage(leftOut) }),
    uploads: images.store,
    onImageFile: images.onFile,
  };
  const isWritten = tab === 'design' && choice.showing !== 'email';

  const show = (problem: TemplateProblem) => {
    const place = problem.block;
    if (!isWritten || !body) {
      going.current = problem;
      onTab('design');
      return props.onChoice({ showing: 'fields' });
    }
    if (place?.id && goToBlock(body, place)) return;
    const line = place?.pointer.startsWith('/preheader') ? 'preheader' : 'subject';
    document.querySelector<HTMLElement>(`[data-place="${place ? line : 'blocks'}"]`)?.focus();
  };
  // A problem is shown once the email is there to show it in.
  useEffect(() => {
    if (!going.current || !isWritten || !body) return;
    const problem = going.current;
    going.current = undefined;
    show(problem);
  });

  return (
    <SurfaceProvider value={context}>
      <div className={styles['body']} data-plain={!isWritten || undefined}>
        {isWritten && (
          <aside className={styles['left']} aria-label={m.addBlock}>
            <BlockPanel
              onInsert={(item) => body && insert(body, item, event)}
              onDrag={(item, drag) => body && dragItem(body, item, event, drag)}
            />
            <FieldPanel
              event={event}
              onEvent={props.onEvent}
              onInsert={(item) => {
                const editor = target.current?.isDestroyed === false ? target.current : body;
                if (editor) insert(editor, item, event);
              }}
              onDrag={(item, drag) => body && dragItem(body, item, event, drag)}
            />
          </aside>
        )}
        <div className={styles['stage']}>
          <div className={styles['notes']}>
            <ConflictQuestion store={store} view={view} />
          </div>
          {isWritten && (
            <BlockStage
              draft={draft}
              brand={brand}
              body={body}
              device={choice.device}
              onChange={(next) => store.change(next)}
              onBody={(editor) => {
                setMade(editor);
                setActive(editor);
              }}
              // The settings of the new link are drawn first.
              onLink={() =>
                setTimeout(() => right.current?.querySelector<HTMLElement>('[data-place="link"]')?.focus())
              }
            />
          )}
          {tab === 'design' && !isWritten && (
            <MailView html={preview.data?.html ?? ''} device={choice.device} isDark={choice.isDark} />
          )}
          {tab === 'text' && <PlainTextView text={preview.data?.text ?? ''} />}
          {tab === 'source' && <BlockSource id={props.id} store={store} draft={draft} event={event} />}
        </div>
        <aside className={styles['right']} ref={right} aria-label={m.settings}>
          <section className={styles['part']}>
            <PreviewControls
              choice={choice}
              showings={['fields', 'asSent', 'email']}
              preview={preview.data}
              error={preview.error}
              onRetry={() => void preview.refetch()}
              onChange={props.onChoice}
            />
          </section>
          {isWritten && active && !active.isDestroyed && <SelectionSettings active={active} event={event} />}
          <AttachedPart {...props} />
          <ProblemList
            problems={preview.data?.problems ?? []}
            placeOf={({ block }) => placeLabel(block, draft)}
            onGo={show}
          />
        </aside>
      </div>
    </SurfaceProvider>
  );
}
