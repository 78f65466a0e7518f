import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { drafts } from './draft/drafts.js';
import type { Workflow } from './draft/workflow-server.js';

export { loadWorkflow, type Workflow } from './draft/workflow-server.js';

/** The draft of a workflow, to be looked at and edited: the same one for as long as the page is open. */
export function useDraft(workflow: Workflow) {
  const queries = useQueryClient();
  const [store] = useState(() => drafts.of(workflow, queries));
  useEffect(() => store.receive(workflow), [store, workflow]);
  return { store, view: useSyncExternalStore(store.subscribe, store.view) };
}
