import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form, useFields } from '../../../kit/form.js';
import { m } from '../messages.js';
import { nameOf, type Person } from '../thread-types.js';
import { changes, useThreadChanges } from '../use-threads.js';
import styles from './thread.module.css';

interface Props {
  readonly threadId: string;
  readonly person: Person;
}

/** Another person in the conversation: to be made a contact, or not. */
export function NewContact({ threadId, person }: Props) {
  const change = useThreadChanges();
  const [isOpen, setOpen] = useState(false);
  const [firstName = '', ...rest] = person.name.split(/\s+/);
  const fields = useFields({ firstName, lastName: rest.join(' '), email: person.address });
  const { text, unplaced } = fields.bind(change.error);
  return (
    <div className={styles['note']}>
      <Text size="sm">{m.newContact(nameOf(person))}</Text>
      <Group gap={6}>
        <Popover opened={isOpen} onChange={setOpen} trapFocus width={300} position="top-end">
          <Popover.Target>
            <Button variant="default" size="compact-sm" onClick={() => setOpen(!isOpen)}>
              {m.addContact}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack>
              <Form
                error={unplaced}
                isBusy={change.isPending}
                submit={m.addContact}
                onSubmit={() =>
                  change.mutate(changes.contact(threadId, { accept: true, ...fields.values }), {
                    onSuccess: () => setOpen(false),
                  })
                }
              >
                <TextInput label={m.firstName} required maxLength={100} {...text('firstName')} />
                <TextInput label={m.lastName} maxLength={100} {...text('lastName')} />
                <TextInput label={m.email} required {...text('email')} />
              </Form>
            </Stack>
          </Popover.Dropdown>
        </Popover>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => change.mutate(changes.contact(threadId, { accept: false }))}
        >
          {m.noContact}
        </Button>
      </Group>
    </div>
  );
}
