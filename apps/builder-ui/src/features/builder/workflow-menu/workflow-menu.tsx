import { ActionIcon, Menu, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import IconDots from '~icons/tabler/dots';
import { useState } from 'react';
import { resumeWorkflow, unarchiveWorkflow } from '../../../api-client/generated/sdk.gen.js';
import type { Workflow } from '../use-draft.js';
import { ArchiveQuestion } from './archive-question.js';
import { PauseQuestion } from './pause-question.js';
import { RenameForm } from './rename-form.js';
import { useWorkflowChange } from './use-workflow-change.js';
import { m } from './messages.js';

type Question = 'rename' | 'pause' | 'archive';

/** What can be done with the workflow as a whole. */
export function WorkflowMenu({ workflow }: { readonly workflow: Workflow }) {
  const [question, setQuestion] = useState<Question>();
  const change = useWorkflowChange(workflow.id);
  const { state } = workflow;
  const path = { path: { id: workflow.id } };
  const close = () => setQuestion(undefined);
  const say = (message: string) => () => void notifications.show({ message });
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={m.more}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setQuestion('rename')}>{m.rename}</Menu.Item>
          {state === 'published' && <Menu.Item onClick={() => setQuestion('pause')}>{m.pauseMenu}</Menu.Item>}
          {state === 'paused' && (
            <Menu.Item
              onClick={() =>
                change.mutate(() => resumeWorkflow(path), {
                  onSuccess: say(m.resumed),
                })
              }
            >
              {m.resume}
            </Menu.Item>
          )}
          {state === 'archived' ? (
            <Menu.Item
              onClick={() =>
                change.mutate(() => unarchiveWorkflow(path), {
                  onSuccess: (changed) =>
                    say(changed.state === 'paused' ? m.unarchivedPaused : m.unarchivedDraft)(),
                })
              }
            >
              {m.unarchive}
            </Menu.Item>
          ) : (
            <Menu.Item color="red" onClick={() => setQuestion('archive')}>
              {m.archiveMenu}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={question === 'rename'} onClose={close} title={m.rename}>
        <RenameForm workflow={workflow} onDone={close} />
      </Modal>
      <PauseQuestion workflow={workflow} opened={question === 'pause'} onDone={close} />
      <ArchiveQuestion workflow={workflow} opened={question === 'archive'} onDone={close} />
    </>
  );
}
