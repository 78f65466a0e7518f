import type { QueryClient } from '@tanstack/react-query';
import type { Operation } from '@cueline/workflows';
import { ApiError, call, ifMatch } from '../../../api-client/api.js';
import { editWorkflow, getWorkflow } from '../../../api-client/generated/sdk.gen.js';
import { connection } from '../../../session/connection.js';
import type { Sent } from './draft-state.js';
import type { DraftServer } from './draft-store.js';
import { withDefinition } from '../../../api-client/definitions.js';
import { keys } from '../../../api-client/keys.js';

const AGAIN_AFTER_MS = 2_000;

export const loadWorkflow = async (id: string) => withDefinition(await call(getWorkflow({ path: { id } })));
export type Workflow = Awaited<ReturnType<typeof loadWorkflow>>;

type EditBody = Parameters<typeof editWorkflow>[0]['body'];

/** A workflow's draft over the API. @param onSaved told of each draft that the server has taken */
export function workflowServer(
  id: string,
  queries: QueryClient,
  onSaved: (draft: Workflow) => void,
): DraftServer<Workflow> {
  return {
    send: async (operations, revision) => {
      try {
        const saved = await call(
          editWorkflow({ path: { id }, headers: ifMatch(revision), body: bodyOf(operations) }),
        );
        const draft = withDefinition(saved);
        queries.setQueryData(keys.workflows.one(id), draft);
        onSaved(draft);
        return { type: 'saved', draft };
      } catch (error) {
        return failureOf(error);
      }
    },
    load: async () => {
      try {
        const draft = await loadWorkflow(id);
        queries.setQueryData(keys.workflows.one(id), draft);
        return { type: 'saved', draft };
      } catch (error) {
        const failure = failureOf(error);
        return failure.type === 'conflict' ? { type: 'unreachable' } : failure;
      }
    },
    pause: (seconds = 0) => connection.back(Math.max(seconds * 1_000, AGAIN_AFTER_MS)),
  };
}

/** The operations as the generated client types them: as JSON. */
const bodyOf = (operations: readonly Operation[]): EditBody =>
  JSON.parse(JSON.stringify({ operations })) as EditBody;

function failureOf(error: unknown): Exclude<Sent<never>, { readonly type: 'saved' }> {
  if (!(error instanceof ApiError)) throw error;
  const { code, status, errors } = error.problem;
  if (code === 'revision.conflict') return { type: 'conflict' };
  if (status === 401) return { type: 'signedOut' };
  const seconds = error.retryAfterSeconds ?? 10;
  if (status === 429) return { type: 'busy', seconds, inDoubt: false };
  // A draft is checked once it is stored: the checks may find no place where the edits have found one.
  if (code === 'server.busy') return { type: 'busy', seconds, inDoubt: true };
  if (status >= 500 || status === 408) return { type: 'unreachable' };
  const place = /^\/operations\/(\d+)/.exec(errors?.[0]?.pointer ?? '');
  return { type: 'refused', message: error.message, index: place ? Number(place[1]) : undefined };
}
