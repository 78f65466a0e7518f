import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api-client/api.js';
import {
  createMailDraft,
  deleteMailDraft,
  previewMail,
  saveMailDraft,
  sendMail,
} from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { asJson } from '../templates/draft/template-server.js';
import { contentOf, type Content, type About, type Letter, type Opened } from './letter.js';

type SendBody = Parameters<typeof sendMail>[0]['body'];
type PreviewBody = Parameters<typeof previewMail>[0]['body'];
const TYPING_PAUSE_MS = 500;
export type LetterPreview = Awaited<ReturnType<typeof previewMail<true>>>['data'];

/** A letter while it is written: kept by the server a moment after each change, one save after the other. */
export function useLetter(about: About, opened: Opened) {
  const { id } = opened;
  const [letter, setLetter] = useState(opened.letter);
  const queries = useQueryClient();
  const kept = useRef({ exists: opened.isKept, letter: opened.letter, isGone: false });
  const [settled] = useDebouncedValue(letter, TYPING_PAUSE_MS);

  const save = useMutation({
    // One at a time: an older save never comes after a newer one.
    scope: { id: `mail-draft-${id}` },
    mutationFn: async (letter: Letter) => {
      const content = asJson<Content>(letter);
      if (kept.current.isGone) return;
      if (kept.current.exists) await call(saveMailDraft({ path: { id }, body: { content } }));
      else await call(createMailDraft({ body: { id, about, content } }));
      kept.current = { ...kept.current, exists: true, letter };
    },
  });
  const { mutate } = save;
  useEffect(() => {
    if (settled !== kept.current.letter) mutate(settled);
  }, [settled, mutate]);

  const preview = useQuery({
    queryKey: keys.letters.preview(about, settled),
    queryFn: () => call(previewMail({ body: asJson<PreviewBody>(previewOf(about, settled)) })),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });

  const send = useMutation({
    mutationFn: async (sendAt: string) => {
      const { from, to, category, templateId, attachments, answers } = letter;
      const written = {
        about,
        from,
        category,
        templateId,
        attachments,
        answers,
        content: contentOf(letter),
      };
      const sent = await call(sendMail({ body: asJson<SendBody>({ id, ...written, to, sendAt }) }));
      kept.current.isGone = true;
      return sent;
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.sends.all });
      void queries.invalidateQueries({ queryKey: keys.letters.all });
    },
  });

  const discard = useMutation({
    mutationFn: async () => {
      const { exists } = kept.current;
      kept.current.isGone = true;
      if (exists) await call(deleteMailDraft({ path: { id } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.letters.all }),
  });

  return {
    letter,
    change: (values: Partial<Letter>) => setLetter((before) => ({ ...before, ...values })),
    isUnsaved: letter !== kept.current.letter,
    /** The preview shows what stands in the form. */
    isShown: settled === letter && preview.isSuccess && !preview.isPlaceholderData,
    save,
    /** What is not kept yet, now. */
    keep: () => letter !== kept.current.letter && mutate(letter),
    preview,
    send,
    discard,
  };
}
export type LetterWriting = ReturnType<typeof useLetter>;

function previewOf(about: About, letter: Letter) {
  const { from, to, category, templateId, attachments } = letter;
  const [first] = to;
  return {
    about,
    from,
    category,
    templateId,
    attachments,
    content: contentOf(letter),
    ...(first && isAddress(first.address) && { to: first }),
  };
}

/** Enough to ask the server about: it says what is wrong with one. */
const isAddress = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text);
