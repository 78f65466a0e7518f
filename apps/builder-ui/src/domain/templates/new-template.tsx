import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldsFor, type EventType } from '@cueline/workflows';
import { call } from '../../api-client/api.js';
import { createTemplate } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { Form, useFields } from '../../kit/form.js';
import { m } from './messages.js';
import type { Template } from './use-template-draft.js';

interface Props {
  readonly event: EventType;
  readonly onCreated: (template: Template) => void;
}

/** Asks for a name; the rest is written in the editor. */
export function NewTemplate({ event, onCreated }: Props) {
  const fields = useFields({ name: '' });
  const { name } = fields.values;
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => call(createTemplate({ body: { name, subject: name, html: beginning(event) } })),
    onSuccess: async (template) => {
      queries.setQueryData(keys.templates.one(template.id), template);
      await queries.invalidateQueries({ queryKey: keys.templates.all });
      onCreated(template);
    },
  });
  return (
    <Form
      error={fields.bind(create.error).unplaced}
      isBusy={create.isPending}
      submit={m.create}
      onSubmit={create.mutate}
    >
      <TextInput
        label={m.name}
        description={m.nameAbout}
        required
        maxLength={120}
        data-autofocus
        {...fields.bind(create.error).text('name')}
      />
    </Form>
  );
}

/** A salutation of whoever the event is about. */
function beginning(event: EventType): string {
  const known = new Set(fieldsFor(event).map(({ path }) => path));
  const who = ['client.firstName', 'inquiry.firstName', 'staff.firstName'].find((path) => known.has(path));
  return `<p>Dear ${who ? `{{ ${who} | default("friend") }}` : 'friend'},</p>\n<p></p>\n<p>{{ brand.name }}</p>\n`;
}
