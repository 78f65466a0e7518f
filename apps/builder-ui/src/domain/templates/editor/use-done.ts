import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../../api-client/api.js';
import { getTemplateUse } from '../../../api-client/generated/sdk.gen.js';
import { keys } from '../../../api-client/keys.js';
import { differing } from '../draft/template-draft.js';
import type { TemplateStore } from '../draft/template-store.js';

const loadUse = (id: string) => call(getTemplateUse({ path: { id } }));
export type TemplateUse = Awaited<ReturnType<typeof loadUse>>;

/** The workflows that send a template, and the runs that are under way in them. */
export const useTemplateUse = (id: string) =>
  useQuery({ queryKey: keys.templates.use(id), queryFn: () => loadUse(id) });

/** Leaves the editor once all is saved; asks first what runs under way get, where the text has changed for them. */
export function useDone(id: string, store: TemplateStore, onDone: () => void) {
  const queries = useQueryClient();
  const opened = useRef(store.view().draft);
  const [confirming, setConfirming] = useState<TemplateUse>();
  const done = async () => {
    if (!(await store.settled())) return;
    const changed = differing(opened.current, store.view().draft).some((part) => part !== 'name');
    const use = changed
      ? await queries
          .fetchQuery({ queryKey: keys.templates.use(id), queryFn: () => loadUse(id), staleTime: 0 })
          .catch(() => undefined)
      : undefined;
    if (use && use.liveRuns > 0) setConfirming(use);
    else onDone();
  };
  return { done: () => void done(), confirming, close: () => setConfirming(undefined) };
}
