import { Modal, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EventType } from '@cueline/workflows';
import { useState } from 'react';
import { keys } from '../../api-client/keys.js';
import { QueryGate } from '../../kit/query-gate.js';
import { LeaveQuestion } from './leave-question.js';
import { NewTemplate } from './new-template.js';
import { TemplateEditor } from './template-editor.js';
import { m } from './messages.js';
import { loadTemplate } from './use-template-draft.js';

interface Props {
  /** A template's id, or `new`; undefined: closed. */
  readonly open: string | undefined;
  readonly event: EventType;
  readonly onCreated: (templateId: string) => void;
  readonly onClose: () => void;
}

/** A template written without leaving the workflow that sends it. */
export function TemplateDialog({ open, event, onCreated, onClose }: Props) {
  const [unsaved, setUnsaved] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const leave = () => {
    setConfirming(false);
    setUnsaved(false);
    onClose();
  };
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
        onClose={() => (unsaved ? setConfirming(true) : leave())}
        size="min(1180px, 96vw)"
        title={m.template}
      >
        {open && open !== 'new' && <Editor id={open} event={event} onUnsaved={setUnsaved} />}
      </Modal>
      <LeaveQuestion opened={confirming} onStay={() => setConfirming(false)} onLeave={leave} />
    </>
  );
}

interface EditorProps {
  readonly id: string;
  readonly event: EventType;
  readonly onUnsaved: (unsaved: boolean) => void;
}

function Editor({ id, event, onUnsaved }: EditorProps) {
  const query = useQuery({ queryKey: keys.templates.one(id), queryFn: () => loadTemplate(id) });
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {(template) => (
        <TemplateEditor
          template={template}
          event={event}
          onUnsaved={onUnsaved}
          title={
            <Title order={2} size="h3">
              {template.name}
            </Title>
          }
        />
      )}
    </QueryGate>
  );
}
