import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldsFor, type EventType } from '@cueline/workflows';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { createTemplate } from '../../api-client/generated/sdk.gen.js';
import { templateKey, type Template } from './use-template-draft.js';

interface Props {
  readonly event: EventType;
  readonly onCreated: (template: Template) => void;
}

/** Asks for a name; the rest is written in the editor. */
export function NewTemplate({ event, onCreated }: Props) {
  const [name, setName] = useState('');
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => call(createTemplate({ body: { name, subject: name, html: beginning(event) } })),
    onSuccess: async (template) => {
      queries.setQueryData(templateKey(template.id), template);
      await queries.invalidateQueries({ queryKey: ['templates'], exact: true });
      onCreated(template);
    },
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        create.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          description="Your own word for it; clients do not see it"
          required
          maxLength={120}
          data-autofocus
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          error={create.error?.message}
        />
        <Button type="submit" loading={create.isPending}>
          Create
        </Button>
      </Stack>
    </form>
  );
}

/** A salutation of whoever the event is about. */
function beginning(event: EventType): string {
  const known = new Set(fieldsFor(event).map(({ path }) => path));
  const who = ['client.firstName', 'inquiry.firstName', 'staff.firstName'].find((path) => known.has(path));
  return `<p>Dear ${who ? `{{ ${who} | default("friend") }}` : 'friend'},</p>\n<p></p>\n<p>{{ brand.name }}</p>\n`;
}
