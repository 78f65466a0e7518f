import { ActionIcon, Menu, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { resumeWorkflow, unarchiveWorkflow } from '../../../api-client/generated/sdk.gen.js';
import type { Workflow } from '../use-draft.js';
import { ArchiveQuestion } from './archive-question.js';
import { PauseQuestion } from './pause-question.js';
import { RenameForm } from './rename-form.js';
import { useWorkflowChange } from './use-workflow-change.js';

type Question = 'rename' | 'pause' | 'archive';

/** What can be done with the workflow as a whole. */
export function WorkflowMenu({ workflow }: { readonly workflow: Workflow }) {
  const [question, setQuestion] = useState<Question>();
  const change = useWorkflowChange(workflow.id);
  const { name, state } = workflow;
  const path = { path: { id: workflow.id } };
  const close = () => setQuestion(undefined);
  const say = (message: string) => () => void notifications.show({ message });
  const dialog = (which: Question, title: string, content: React.ReactNode) => (
    <Modal opened={question === which} onClose={close} title={title}>
      {content}
    </Modal>
  );
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label="More about this workflow">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setQuestion('rename')}>Rename</Menu.Item>
          {state === 'published' && <Menu.Item onClick={() => setQuestion('pause')}>Pause …</Menu.Item>}
          {state === 'paused' && (
            <Menu.Item
              onClick={() =>
                change.mutate(() => resumeWorkflow(path), {
                  onSuccess: say('Resumed. It starts runs again, and those it held go on.'),
                })
              }
            >
              Resume
            </Menu.Item>
          )}
          {state === 'archived' ? (
            <Menu.Item
              onClick={() =>
                change.mutate(() => unarchiveWorkflow(path), {
                  onSuccess: (changed) =>
                    say(
                      changed.state === 'paused'
                        ? 'Unarchived. It is paused until you resume it.'
                        : 'Unarchived. It is a draft.',
                    )(),
                })
              }
            >
              Unarchive
            </Menu.Item>
          ) : (
            <Menu.Item color="red" onClick={() => setQuestion('archive')}>
              Archive …
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog('rename', 'Rename', <RenameForm workflow={workflow} onDone={close} />)}
      {dialog('pause', `Pause “${name}”?`, <PauseQuestion workflow={workflow} onDone={close} />)}
      {dialog('archive', `Archive “${name}”?`, <ArchiveQuestion workflow={workflow} onDone={close} />)}
    </>
  );
}
