import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError, problemKind } from '../../../api-client/api-error.js';
import { call, ifMatch } from '../../../api-client/api.js';
import { publishWorkflow } from '../../../api-client/generated/sdk.gen.js';
import { connection } from '../../../session/connection.js';
import { loadWorkflow, type Workflow } from '../use-draft.js';
import { publishOnce, type PublishAnswer } from './publish-once.js';
import { withDefinition } from '../../../api-client/definitions.js';
import { keys } from '../../../api-client/keys.js';
import { m } from './messages.js';

export interface PublishRequest {
  /** Of the draft that the person has seen. */
  readonly revision: number;
  readonly liveVersion: number | null;
  readonly note: string;
  readonly enrol: 'none' | 'all';
}

export type PublishState =
  | { readonly type: 'idle' | 'publishing' }
  | { readonly type: 'checking'; readonly isBusy: boolean }
  | Extract<PublishAnswer<Workflow>, { readonly type: 'failed' }>;

export interface Publishing {
  readonly state: PublishState;
  readonly publish: (request: PublishRequest) => Promise<void>;
  /** The person has closed the dialog: what has not left is not sent. */
  readonly cancel: () => void;
}

const CHECK_AGAIN_MS = 2_000;

export function usePublishing(id: string, onPublished: () => void): Publishing {
  const queries = useQueryClient();
  const [state, setState] = useState<PublishState>({ type: 'idle' });
  const running = useRef<AbortController>(undefined);

  const publish = async ({ revision, liveVersion, note, enrol }: PublishRequest) => {
    if (running.current) return;
    const abort = new AbortController();
    running.current = abort;
    const show = (next: PublishState) => {
      if (!abort.signal.aborted) setState(next);
    };
    show({ type: 'publishing' });
    const outcome = await publishOnce<Workflow>(
      {
        publish: (signal) =>
          send(() =>
            publishWorkflow({ path: { id }, headers: ifMatch(revision), body: { note, enrol }, signal }),
          ),
        load: () => loadWorkflow(id).catch(() => undefined),
        pause: () => new Promise((resolve) => setTimeout(resolve, CHECK_AGAIN_MS)),
        checking: (isBusy) => show({ type: 'checking', isBusy }),
      },
      liveVersion,
      abort.signal,
    );
    running.current = undefined;
    if (outcome.type === 'failed') {
      show(outcome);
      // Somebody else may have published the same: what is live is read again, and the button knows.
      if (outcome.isUnchanged) await queries.invalidateQueries({ queryKey: keys.workflows.one(id) });
      return;
    }
    const { workflow } = outcome;
    queries.setQueryData(keys.workflows.one(id), workflow);
    await queries.invalidateQueries({ queryKey: keys.workflows.all });
    show({ type: 'idle' });
    if (!abort.signal.aborted) onPublished();
    notifications.show({
      color: 'green',
      title: m.isLive(workflow.publishedVersion ?? 1),
      message: liveMessage(workflow, abort.signal.aborted),
    });
  };

  return {
    state,
    publish,
    cancel: () => {
      running.current?.abort();
      running.current = undefined;
      setState({ type: 'idle' });
    },
  };
}

function liveMessage({ state }: Workflow, closed: boolean): string {
  if (closed) return m.arrived;
  return state === 'paused' ? m.paused : m.startsNow;
}

type Answer = Awaited<ReturnType<typeof publishWorkflow>>;

async function send(request: () => Promise<Answer>): Promise<PublishAnswer<Workflow>> {
  if (connection.view() === 'offline') return { type: 'failed', message: m.offlineNothing, details: [] };
  try {
    const workflow = await call(request());
    return { type: 'published', workflow: withDefinition(workflow) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.problem.status >= 500) return { type: 'unanswered', isBusy: problemKind(error) === 'busy' };
    if (error.isSignedOut) return { type: 'failed', message: m.signedOutNothing, details: [] };
    const details = error.problem.errors?.map(({ detail }) => detail) ?? [];
    const isUnchanged = error.problem.code === 'workflow.unchanged';
    return { type: 'failed', message: error.message, details, isUnchanged };
  }
}
