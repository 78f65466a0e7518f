import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api-client/api.js';
import { listMailDrafts, startAnswer, startMail } from '../../../api-client/generated/sdk.gen.js';
import { keys } from '../../../api-client/keys.js';
import { ComposeForm } from '../../../domain/compose/compose-form.js';
import type { Letter, Opened } from '../../../domain/compose/letter.js';
import { QueryGate } from '../../../kit/query-gate.js';
import { m } from '../messages.js';
import type { Message } from '../thread-types.js';
import { answerLetter } from './answer-letter.js';
import type { AnswerKind } from './answer-kind.js';

interface Props {
  readonly message: Message;
  readonly kind: AnswerKind;
  readonly onClose: () => void;
}

const bringIntoView = (form: HTMLDivElement | null) => form?.scrollIntoView({ block: 'start' });

/** An answer while it is written. What was begun before is opened again. */
export function AnswerForm({ message, kind, onClose }: Props) {
  const [undone, setUndone] = useState<Letter>();
  const query = useQuery({
    queryKey: keys.threads.answer(message.id, kind),
    queryFn: async () => {
      const begun = await call(startAnswer({ path: { id: message.id }, query: { kind } }));
      if (!begun.about) return null;
      const { about } = begun;
      const [start, drafts] = await Promise.all([
        call(startMail({ query: about })),
        call(listMailDrafts({ query: { aboutId: about.id } })),
      ]);
      const answers = { messageId: message.id, kind };
      const draft = drafts.items.find(({ content }) => content.answers?.messageId === message.id);
      const opened: Opened = draft
        ? { id: draft.id, letter: draft.content, isKept: true }
        : { id: crypto.randomUUID(), letter: answerLetter(begun, answers), isKept: false };
      return { start, opened };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {(begun) =>
        begun === null ? (
          <Text c="dimmed">{m.linkFirst}</Text>
        ) : (
          <div ref={bringIntoView}>
            <ComposeForm
              key={undone ? 'undone' : 'begun'}
              isInline
              start={begun.start}
              opened={undone ? { ...begun.opened, letter: undone } : begun.opened}
              onClose={onClose}
              onUndone={setUndone}
            />
          </div>
        )
      }
    </QueryGate>
  );
}
