import { Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldsFor, type EventType } from '@cueline/workflows';
import { blankDocument, type BlockDocument } from '@cueline/email/blocks';
import { call } from '../../api-client/api.js';
import { createTemplate } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { Form, useFields } from '../../kit/form.js';
import { m } from './messages.js';
import { m as texts } from './starters/messages.js';
import { starterDocument, starters, type Starter } from './starters/starters.js';
import { asJson, type Template } from './draft/template-server.js';

interface Props {
  readonly event: EventType;
  readonly onCreated: (template: Template) => void;
}

/** Asks for a name; the rest is written in the editor. */
export function NewTemplate({ event, onCreated }: Props) {
  const fields = useFields({ name: '', starter: '' });
  const { name, starter } = fields.values;
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () =>
      call(
        createTemplate({
          body: asJson<Body>({
            name,
            blocks: isStarter(starter) ? starterDocument(starter) : beginning(name, event),
          }),
        }),
      ),
    onSuccess: async (template) => {
      queries.setQueryData(keys.templates.one(template.id), template);
      await queries.invalidateQueries({ queryKey: keys.templates.all });
      onCreated(template);
    },
  });
  /** A name that nobody has typed follows what is chosen. */
  const choose = (next: string) => {
    const isOwn = name !== '' && (!isStarter(starter) || name !== texts.texts[starter].name);
    fields.set({ starter: next, ...(!isOwn && { name: isStarter(next) ? texts.texts[next].name : '' }) });
  };
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
      <Select
        label={texts.beginWith}
        allowDeselect={false}
        value={starter}
        onChange={(next) => choose(next ?? '')}
        data={[
          { value: '', label: texts.blank },
          ...starters.map((value) => ({ value, label: texts.texts[value].name })),
        ]}
      />
    </Form>
  );
}

const isStarter = (value: string): value is Starter => (starters as readonly string[]).includes(value);

type Body = Parameters<typeof createTemplate>[0]['body'];

/** A salutation of whoever the event is about, a line to write in, the signature. */
function beginning(name: string, event: EventType): BlockDocument {
  const known = new Set(fieldsFor(event).map(({ path }) => path));
  const who = ['client.firstName', 'inquiry.firstName', 'staff.firstName'].find((path) => known.has(path));
  const greeting = who
    ? [
        { type: 'text' as const, text: m.dear },
        { type: 'field' as const, field: who, fallback: m.friend },
        { type: 'text' as const, text: ',' },
      ]
    : [{ type: 'text' as const, text: m.hello }];
  return {
    ...blankDocument(),
    subject: name ? [{ type: 'text', text: name }] : [],
    blocks: [
      { id: 'greeting', type: 'text', content: greeting },
      { id: 'text', type: 'text', content: [] },
      { id: 'signature', type: 'signature' },
    ],
  };
}
