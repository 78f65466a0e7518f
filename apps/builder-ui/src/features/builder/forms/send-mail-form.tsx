import { Button, Group, Select, Switch } from '@mantine/core';
import IconPencil from '~icons/tabler/pencil';
import IconPlus from '~icons/tabler/plus';
import { eventTypeOf, type SendMailStep } from '@cueline/workflows';
import { useState } from 'react';
import { TemplateDialog } from '../../../domain/templates/template-dialog.js';
import { useFieldPlace } from '../field-problems.js';
import { settings, type FormProps } from './form-props.js';
import { AuthorInput } from './author-input.js';
import { RecipientInputs } from './recipient-inputs.js';
import { RemindInput } from './remind-input.js';
import { usualWindow, WindowInput } from './window-input.js';
import { m } from './messages.js';

export function SendMailForm(props: FormProps<SendMailStep>) {
  const { step, at, event, templates } = props;
  const set = settings(props);
  const [dialog, setDialog] = useState<string>();
  const roles = eventTypeOf(event)?.roles ?? [];
  return (
    <>
      <div>
        <Select
          label={m.template}
          placeholder={m.chooseTemplate}
          nothingFoundMessage={m.noTemplate}
          searchable
          value={step.template}
          onChange={(template) => set({ template })}
          data={templates.map(({ id, name }) => ({ value: id, label: name }))}
          {...useFieldPlace(`${at}/template`)}
        />
        <Group gap={4} mt={6}>
          {step.template && templates.some(({ id }) => id === step.template) && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPencil size={14} />}
              onClick={() => setDialog(step.template!)}
            >
              {m.editTemplate}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => setDialog('new')}
          >
            {m.newTemplate}
          </Button>
        </Group>
      </div>
      <RecipientInputs to={step.to} roles={roles} at={at} onChange={(to, typing) => set({ to }, typing)} />
      <AuthorInput
        from={step.from}
        hasStaff={roles.includes('staff')}
        at={at}
        onChange={(from) => set({ from })}
      />
      <Select
        label={m.category}
        description={step.category === 'marketing' ? m.noMarketing : m.toAll}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        value={step.category}
        onChange={(category) => category && set({ category })}
        data={[
          { value: 'transactional', label: m.transactional },
          { value: 'marketing', label: m.marketing },
        ]}
      />
      <Switch
        label={m.approval}
        description={m.approvalAbout}
        checked={step.approval !== undefined}
        onChange={(e) =>
          set({
            approval: e.currentTarget.checked ? { remindEvery: { amount: 1, unit: 'days' } } : undefined,
          })
        }
      />
      {step.approval && (
        <RemindInput
          at={`${at}/approval/remindEvery`}
          value={step.approval.remindEvery}
          onChange={(remindEvery, typing) => set({ approval: { remindEvery } }, typing)}
        />
      )}
      <Switch
        label={m.onlyInWindow}
        checked={step.window !== undefined}
        onChange={(e) => set({ window: e.currentTarget.checked ? usualWindow : undefined })}
      />
      {step.window && (
        <WindowInput
          at={`${at}/window`}
          value={step.window}
          onChange={(window, typing) => set({ window }, typing)}
        />
      )}
      <TemplateDialog
        open={dialog}
        event={event}
        onCreated={(template) => {
          set({ template });
          setDialog(template);
        }}
        onClose={() => setDialog(undefined)}
      />
    </>
  );
}
