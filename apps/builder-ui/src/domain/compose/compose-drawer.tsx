import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { listMailDrafts, startMail } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { QueryGate } from '../../kit/query-gate.js';
import { ComposeForm } from './compose-form.js';
import { newLetter, type About, type Letter, type Opened } from './letter.js';
import { m } from './messages.js';

interface Props {
  readonly about: About;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onReopen: () => void;
}

/** Writes an email from a record. What was begun before is opened again. */
export function ComposeDrawer({ about, opened, onClose, onReopen }: Props) {
  const [undone, setUndone] = useState<Letter>();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="xl"
      title={m.newEmail}
      keepMounted={false}
    >
      <Begin
        about={about}
        undone={undone}
        onClose={() => {
          setUndone(undefined);
          onClose();
        }}
        onUndone={(letter) => {
          setUndone(letter);
          onReopen();
        }}
      />
    </Drawer>
  );
}

interface BeginProps {
  readonly about: About;
  readonly undone: Letter | undefined;
  readonly onClose: () => void;
  readonly onUndone: (letter: Letter) => void;
}

function Begin({ about, undone, onClose, onUndone }: BeginProps) {
  const query = useQuery({
    queryKey: keys.letters.start(about),
    queryFn: async () => {
      const [start, drafts] = await Promise.all([
        call(startMail({ query: about })),
        call(listMailDrafts({ query: { aboutId: about.id, limit: 1 } })),
      ]);
      const [draft] = drafts.items;
      const opened: Opened = draft
        ? { id: draft.id, letter: draft.content, isKept: true }
        : { id: crypto.randomUUID(), letter: newLetter(start), isKept: false };
      return { start, opened };
    },
    // Read once for each time that it is opened: what is being written is not read again under the person's hands.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {({ start, opened }) => (
        <ComposeForm
          start={start}
          opened={undone ? { id: opened.id, letter: undone, isKept: opened.isKept } : opened}
          onClose={onClose}
          onUndone={onUndone}
        />
      )}
    </QueryGate>
  );
}
