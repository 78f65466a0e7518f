import type { ReactNode } from 'react';
import type { EventType } from '@cueline/workflows';
import { useState } from 'react';
import { useShortcuts } from '../../../kit/keyboard/use-shortcuts.js';
import type { Template } from '../draft/template-server.js';
import { useTemplate } from '../draft/use-template.js';
import type { PreviewChoice } from '../preview/preview-controls.js';
import { usePreview } from '../preview/use-preview.js';
import { BlockEditing } from './block-editing.js';
import { EditorHead, type Tab } from './editor-head.js';
import { LiveRunsQuestion } from './live-runs-question.js';
import { TestMailButton } from '../test-mail/test-mail-button.js';
import { SourceEditing } from './source-editing.js';
import { TemplateMenu } from './template-menu.js';
import { useDone, useTemplateUse } from './use-done.js';
import styles from './template-editor.module.css';
import { m } from './messages.js';

export interface EditorProps {
  readonly template: Template;
  /** Whose records the fields come from, to begin with. */
  readonly event: EventType;
  /** 1 on a page of its own, 2 in a dialog. */
  readonly order: 1 | 2;
  readonly back?: ReactNode;
  readonly onCopied?: (copy: Template) => void;
  readonly onDone: () => void;
}

/** A template where it is written: the email is the surface. */
export default function TemplateEditor({
  template,
  event: startEvent,
  onDone,
  onCopied,
  ...head
}: EditorProps) {
  const { store, view } = useTemplate(template);
  const { draft } = view;
  const [event, setEvent] = useState(startEvent);
  const [tab, setTab] = useState<Tab>(draft.kind === 'blocks' ? 'design' : 'source');
  const [choice, setChoice] = useState<PreviewChoice>({
    clientId: null,
    showing: 'fields',
    device: 'desktop',
    isDark: false,
  });
  const use = useTemplateUse(template.id);
  const leaving = useDone(template.id, store, onDone);
  const preview = usePreview(draft, event, choice.clientId);
  // The document has one history: undo is taken from every text of it.
  useShortcuts(
    [
      ['mod+Z', () => store.undo()],
      ['mod+shift+Z', () => store.redo()],
      ['mod+Y', () => store.redo()],
      ['mod+S', () => void store.settled()],
    ],
    { inText: true },
  );
  const shared = {
    store,
    view,
    id: template.id,
    event,
    onEvent: setEvent,
    tab,
    onTab: setTab,
    preview,
    choice,
    onChoice: (values: Partial<PreviewChoice>) => setChoice((before) => ({ ...before, ...values })),
  };
  return (
    <div className={styles['editor']} data-workbench="whole">
      <EditorHead
        {...head}
        store={store}
        view={view}
        tab={tab}
        onTab={setTab}
        {...(use.data && use.data.workflows.length > 0 && { facts: m.usedIn(use.data.workflows.length) })}
        actions={
          <>
            <TestMailButton id={template.id} store={store} event={event} clientId={choice.clientId} />
            {onCopied && <TemplateMenu id={template.id} store={store} onCopied={onCopied} />}
          </>
        }
        onDone={leaving.done}
      />
      {draft.kind === 'blocks' ? (
        <BlockEditing {...shared} draft={draft} />
      ) : (
        <SourceEditing {...shared} draft={draft} />
      )}
      <LiveRunsQuestion id={template.id} use={leaving.confirming} onClose={leaving.close} onDone={onDone} />
    </div>
  );
}
