import { Button, Modal, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { DraftView } from '../draft/draft-store.js';
import type { Workflow } from '../use-draft.js';
import { notNow, unchanged } from './not-now.js';
import { PublishDialog } from './publish-dialog.js';
import { usePublishing } from './use-publishing.js';
import { m } from './messages.js';

interface Props {
  readonly view: DraftView<Workflow>;
  readonly onProblem: (problem: Workflow['problems'][number]) => void;
}

/** Makes the draft a version, after saying what that means. */
export function PublishButton({ view, onProblem }: Props) {
  const [open, setOpen] = useState(false);
  const { server, saving } = view;
  const publishing = usePublishing(server.id, () => setOpen(false));
  const reason = saving === 'saving' ? undefined : (notNow[saving] ?? unchanged(server));
  const close = () => {
    publishing.cancel();
    setOpen(false);
  };
  return (
    <>
      <Tooltip label={reason} disabled={!reason} events={{ hover: true, focus: true, touch: true }}>
        <Button
          size="sm"
          data-disabled={reason !== undefined || undefined}
          aria-disabled={reason !== undefined}
          aria-description={reason}
          onClick={() => !reason && setOpen(true)}
        >
          {m.publish}
        </Button>
      </Tooltip>
      <Modal
        opened={open}
        onClose={close}
        size="lg"
        title={server.publishedVersion === null ? m.publishThis : m.publishAs(server.publishedVersion + 1)}
      >
        {open && (
          <PublishDialog
            view={view}
            publishing={publishing}
            onProblem={(problem) => {
              close();
              onProblem(problem);
            }}
            onClose={close}
          />
        )}
      </Modal>
    </>
  );
}
