import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, call, ifMatch } from '../../api-client/api.js';
import { getTemplate, updateTemplate } from '../../api-client/generated/sdk.gen.js';
import { session } from '../../session/session.js';
import { differing, draftOf, type TemplateDraft } from './template-draft.js';
import { keys } from '../../api-client/keys.js';

export const loadTemplate = (id: string) => call(getTemplate({ path: { id } }));
export type Template = Awaited<ReturnType<typeof loadTemplate>>;

/**
 * A template being edited. It is saved when the owner says so, and not while typing: published workflows send it as it is saved. What
 * somebody else has saved meanwhile is never written over unseen.
 */
export function useTemplateDraft(template: Template) {
  const queries = useQueryClient();
  const [base, setBase] = useState(template);
  const [draft, setDraft] = useState<TemplateDraft>(() => draftOf(template));
  const [theirs, setTheirs] = useState<Template>();
  const changed = differing(draft, base);

  const take = (saved: Template) => {
    setBase(saved);
    setTheirs(undefined);
    queries.setQueryData(keys.templates.one(saved.id), saved);
  };
  const save = useMutation({
    mutationFn: (revision: number) =>
      call(updateTemplate({ path: { id: base.id }, headers: ifMatch(revision), body: draft })),
    onSuccess: async (saved) => {
      take(saved);
      await queries.invalidateQueries({ queryKey: keys.templates.all });
    },
    onError: async (error, revision) => {
      if (!(error instanceof ApiError)) return;
      if (error.problem.code === 'revision.conflict') setTheirs(await loadTemplate(base.id));
      // Saved as it was asked for, once the same person has signed in again.
      if (error.isSignedOut) void session.restored().then(() => save.mutate(revision));
    },
  });
  return {
    draft,
    change: (values: Partial<TemplateDraft>) => setDraft((before) => ({ ...before, ...values })),
    changed,
    save: () => save.mutate(base.revision),
    saving: save.isPending,
    error: theirs || (save.error instanceof ApiError && save.error.isSignedOut) ? null : save.error,
    /** What somebody else has saved since this was loaded, once a save has met it. */
    theirs,
    takeTheirs: () => {
      if (!theirs) return;
      setDraft(draftOf(theirs));
      take(theirs);
    },
    saveOverTheirs: () => theirs && save.mutate(theirs.revision),
  };
}
export type TemplateEditing = ReturnType<typeof useTemplateDraft>;
