import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { createNote, createTask } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { useUnsaved } from '../../session/unsaved.js';
import type { About } from '../compose/letter.js';
import styles from './record.module.css';
import { m } from './messages.js';

/** Whose tasks are a client’s or a booking’s. */
const taskOf = ({ type, id }: About) =>
  type === 'client' ? { clientId: id } : type === 'booking' ? { bookingId: id } : undefined;

/** One line: a note about the record, or after a slash a task. */
export function NoteLine({ about }: { readonly about: About }) {
  const [text, setText] = useState('');
  const queries = useQueryClient();
  const written = text.trim();
  useUnsaved(written !== '');
  const task = taskOf(about);
  const isTask = task !== undefined && written.startsWith('/');
  const add = useMutation({
    mutationFn: async () => {
      if (!isTask) await call(createNote({ body: { about, text: written } }));
      else await call(createTask({ body: { ...task, title: written.slice(1).trim() } }));
    },
    onSuccess: () => {
      setText('');
      if (isTask) notifications.show({ message: m.taskMade });
      return Promise.all([
        queries.invalidateQueries({ queryKey: keys.timeline.all }),
        queries.invalidateQueries({ queryKey: keys.tasks.all }),
      ]);
    },
  });
  const label = task ? m.writeNoteOrTask : m.writeNote;
  return (
    <form
      className={styles['note']}
      onSubmit={(event) => {
        event.preventDefault();
        if (written.replace(/^\//, '').trim() && !add.isPending) add.mutate();
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        maxLength={5_000}
        error={add.error?.message}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={add.isPending} disabled={written === ''}>
        {m.add}
      </Button>
    </form>
  );
}
