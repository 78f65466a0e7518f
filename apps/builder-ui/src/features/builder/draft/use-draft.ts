import { notifications } from '@mantine/notifications';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Definition, Operation } from '@cueline/workflows';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError, call, ifMatch } from '../../api-client/api.js';
import { editWorkflow, getWorkflow } from '../../api-client/generated/sdk.gen.js';
import { DraftStore, type Sent } from './draft-store.js';

const AGAIN_AFTER_MS = 2_000;

export const workflowKey = (id: string) => ['workflow', id];

/** The generated client knows the definition as unknown JSON; the server has checked it. */
export async function loadWorkflow(id: string) {
  const workflow = await call(getWorkflow({ path: { id } }));
  return { ...workflow, definition: workflow.definition as Definition };
}
export type Workflow = Awaited<ReturnType<typeof loadWorkflow>>;

/** The draft of a workflow, to be looked at and edited. */
export function useDraft(workflow: Workflow) {
  const queries = useQueryClient();
  const [store] = useState(() => makeStore(workflow, queries));
  useEffect(() => store.receive(workflow), [store, workflow]);
  return { store, view: useSyncExternalStore(store.subscribe, store.view) };
}

function makeStore(workflow: Workflow, queries: QueryClient): DraftStore<Workflow> {
  const { id } = workflow;
  const server = {
    send: (operations: readonly Operation[], revision: number) => send(id, operations, revision, queries),
    load: () => loadWorkflow(id),
    pause: () => new Promise<void>((resolve) => setTimeout(resolve, AGAIN_AFTER_MS)),
  };
  return new DraftStore(workflow, server, ({ title, message }) =>
    notifications.show({ color: 'yellow', title, message }),
  );
}

type EditBody = Parameters<typeof editWorkflow>[0]['body'];

async function send(
  id: string,
  operations: readonly Operation[],
  revision: number,
  queries: QueryClient,
): Promise<Sent<Workflow>> {
  try {
    const body = { operations } as unknown as EditBody;
    const saved = await call(editWorkflow({ path: { id }, headers: ifMatch(revision), body }));
    const draft = { ...saved, definition: saved.definition as Definition };
    queries.setQueryData(workflowKey(id), draft);
    return { type: 'saved', draft };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, status } = error.problem;
    if (code === 'revision.conflict') return { type: 'conflict' };
    return status >= 500 ? { type: 'unreachable' } : { type: 'refused', message: error.message };
  }
}
