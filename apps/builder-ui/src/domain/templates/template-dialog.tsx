import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EventType } from '@cueline/workflows';
import { keys } from '../../api-client/keys.js';
import { lazyComponent } from '../../kit/lazy/lazy-component.js';
import { QueryGate } from '../../kit/query-gate.js';
import { loadTemplate } from './draft/template-server.js';
import { NewTemplate } from './new-template.js';
import styles from './template-dialog.module.css';
import { m } from './messages.js';

/** Fetched when somebody writes: the builder waits for none of it. */
const { Fetched: TemplateEditor } = lazyComponent(
  async () => (await import('./editor/template-editor.js')).default,
);

interface Props {
  /** A template's id, or `new`; undefined: closed. */
  readonly open: string | undefined;
  readonly event: EventType;
  readonly onCreated: (templateId: string) => void;
  readonly onClose: () => void;
}

/** A template written without leaving the workflow that sends it. */
export function TemplateDialog({ open, event, onCreated, onClose }: Props) {
  return (
    <>
      <Modal
        opened={open === 'new'}
        onClose={onClose}
        title={m.newTemplate}
        // The focus goes on into the editor of what was created.
        returnFocus={false}
      >
        <NewTemplate event={event} onCreated={({ id }) => onCreated(id)} />
      </Modal>
      <Modal
        opened={open !== undefined && open !== 'new'}
        onClose={onClose}
        size="min(1360px, 98vw)"
        title={m.template}
        // One level out is a menu or a setting first: the editor takes the key.
        closeOnEscape={false}
        classNames={{ body: styles['body']!, content: styles['content']! }}
      >
        {open && open !== 'new' && <Editor id={open} event={event} onDone={onClose} />}
      </Modal>
    </>
  );
}

interface EditorProps {
  readonly id: string;
  readonly event: EventType;
  readonly onDone: () => void;
}

function Editor({ id, event, onDone }: EditorProps) {
  const query = useQuery({ queryKey: keys.templates.one(id), queryFn: () => loadTemplate(id) });
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {(template) => <TemplateEditor template={template} event={event} order={2} onDone={onDone} />}
    </QueryGate>
  );
}
