import { ActionIcon, Button, Card, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import {
  durationUnits,
  eventTypeOf,
  OTHERWISE,
  recipientWords,
  type DecideStep,
  type EndStep,
  type EventType,
  type Operation,
  type Recipient,
  type SendMailStep,
  type Step,
  type WaitStep,
} from '@cueline/workflows';
import { ConditionEditor } from './condition-editor.js';

export interface FormProps<S extends Step> {
  readonly step: S;
  readonly event: EventType;
  readonly templates: readonly { readonly id: string; readonly name: string }[];
  readonly edit: (operation: Operation) => void;
}

/** The settings of a step: one form for each kind, every change an edit of the draft. */
export function StepForm(props: FormProps<Step>) {
  const { step, edit } = props;
  return (
    <Stack>
      <TextInput
        label="Name"
        description="Your own words for this step"
        value={step.name ?? ''}
        onChange={(e) =>
          edit(
            e.currentTarget.value
              ? { type: 'updateStep', stepId: step.id, set: { name: e.currentTarget.value } }
              : { type: 'updateStep', stepId: step.id, set: {}, unset: ['name'] },
          )
        }
      />
      <KindForm {...props} />
    </Stack>
  );
}

function KindForm({ step, ...rest }: FormProps<Step>) {
  switch (step.kind) {
    case 'sendMail':
      return <SendMailForm step={step} {...rest} />;
    case 'wait':
      return <WaitForm step={step} {...rest} />;
    case 'decide':
      return <DecideForm step={step} {...rest} />;
    case 'end':
      return <EndForm step={step} {...rest} />;
  }
}

function SendMailForm({ step, event, templates, edit }: FormProps<SendMailStep>) {
  const set = (values: Partial<SendMailStep>) => edit({ type: 'updateStep', stepId: step.id, set: values });
  const roles = eventTypeOf(event)?.roles ?? [];
  const recipient = (role: Recipient['role']): Recipient =>
    role === 'address' ? { role, address: '' } : { role };
  return (
    <>
      <Select
        label="Template"
        placeholder="Choose a template"
        searchable
        value={step.template}
        onChange={(template) => set({ template })}
        data={templates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label="To"
        allowDeselect={false}
        value={step.to.role}
        onChange={(role) => role && set({ to: recipient(role) })}
        data={roles.map((role) => ({
          value: role,
          label: role === 'address' ? 'An address' : recipientWords({ role }),
        }))}
      />
      {step.to.role === 'address' && (
        <TextInput
          label="Address"
          type="email"
          value={step.to.address}
          onChange={(e) => set({ to: { role: 'address', address: e.currentTarget.value } })}
        />
      )}
      <Select
        label="Kind of mail"
        allowDeselect={false}
        value={step.category}
        onChange={(category) => category && set({ category: category })}
        data={[
          { value: 'transactional', label: 'About the booking (transactional)' },
          { value: 'marketing', label: 'Marketing: not sent to those who opted out' },
        ]}
      />
    </>
  );
}

function WaitForm({ step, edit }: FormProps<WaitStep>) {
  const set = (wait: Partial<WaitStep['for']>) =>
    edit({ type: 'updateStep', stepId: step.id, set: { for: { ...step.for, ...wait } } });
  return (
    <Group grow align="flex-end">
      <NumberInput
        label="How long"
        min={0}
        allowDecimal={false}
        value={step.for.amount}
        onChange={(amount) => typeof amount === 'number' && set({ amount })}
      />
      <Select
        label="Unit"
        allowDeselect={false}
        value={step.for.unit}
        onChange={(unit) => unit && set({ unit: unit })}
        data={[...durationUnits]}
      />
    </Group>
  );
}

function DecideForm({ step, event, edit }: FormProps<DecideStep>) {
  const at = { stepId: step.id };
  const fresh = () => {
    for (let n = step.paths.length; ; n++)
      if (!step.paths.some(({ id }) => id === `path-${n}`)) return `path-${n}`;
  };
  return (
    <Stack>
      {step.paths.map((path) => (
        <Card key={path.id} withBorder padding="sm">
          <Stack gap="xs">
            <Group wrap="nowrap" align="flex-end">
              <TextInput
                style={{ flex: 1 }}
                label={path.id === OTHERWISE ? 'Otherwise' : 'Path'}
                value={path.name ?? ''}
                onChange={(e) =>
                  edit({ type: 'updatePath', ...at, pathId: path.id, name: e.currentTarget.value || null })
                }
              />
              {path.id !== OTHERWISE && step.paths.length > 2 && (
                <ActionIcon
                  variant="subtle"
                  color="red"
                  size="lg"
                  aria-label={`Remove the path ${path.name ?? path.id}`}
                  onClick={() => edit({ type: 'removePath', ...at, pathId: path.id })}
                >
                  <IconTrash size={18} />
                </ActionIcon>
              )}
            </Group>
            {path.id === OTHERWISE ? (
              <Text size="sm" c="dimmed">
                Taken when no other path fits.
              </Text>
            ) : (
              <ConditionEditor
                event={event}
                value={path.when ?? { all: [] }}
                onChange={(when) => edit({ type: 'updatePath', ...at, pathId: path.id, when })}
              />
            )}
          </Stack>
        </Card>
      ))}
      <Button
        variant="light"
        onClick={() =>
          edit({
            type: 'addPath',
            ...at,
            index: step.paths.length - 1,
            path: { id: fresh(), name: 'New path', when: { all: [] }, steps: [] },
          })
        }
      >
        Add a path
      </Button>
    </Stack>
  );
}

function EndForm({ step, edit }: FormProps<EndStep>) {
  return (
    <TextInput
      label="Reason"
      description="Shown in the run"
      value={step.reason ?? ''}
      onChange={(e) => edit({ type: 'updateStep', stepId: step.id, set: { reason: e.currentTarget.value } })}
    />
  );
}
