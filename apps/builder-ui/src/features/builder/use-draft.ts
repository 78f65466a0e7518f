import { applyOperation, explainRefusal, type Definition, type Operation } from '@cueline/workflows';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { ApiError, call, ifMatch } from '../../api-client/api.js';
import { editWorkflow, getWorkflow } from '../../api-client/generated/sdk.gen.js';
import { emptyHistory, type History } from './history.js';

type Workflow = Awaited<ReturnType<typeof load>>;
type EditBody = Parameters<typeof editWorkflow>[0]['body'];
const load = (id: string) => call(getWorkflow({ path: { id } }));

/**
 * The draft being edited. Each edit is applied at once by the same code that the server runs, then sent in order; what the server refuses is
 * told and the server's draft is loaded again.
 */
export function useDraft(id: string) {
  const queries = useQueryClient();
  const key = ['workflow', id];
  const query = useQuery({ queryKey: key, queryFn: () => load(id) });
  const [history, setHistory] = useState<History>(emptyHistory);
  const [saving, setSaving] = useState(0);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const present = () => queries.getQueryData<Workflow>(key);

  const send = useCallback(
    (operation: Operation) => {
      setSaving((n) => n + 1);
      queue.current = queue.current.then(async () => {
        try {
          const before = queries.getQueryData<Workflow>(['workflow', id])!;
          const body = { operations: [operation] } as unknown as EditBody;
          const after = await call(editWorkflow({ path: { id }, headers: ifMatch(before.revision), body }));
          const local = queries.getQueryData<Workflow>(['workflow', id])!;
          // Edits made meanwhile are shown already and still to be sent: keep what is on the screen.
          queries.setQueryData(['workflow', id], { ...after, definition: local.definition });
        } catch (error) {
          const conflict = error instanceof ApiError && error.problem.code === 'revision.conflict';
          notifications.show({
            color: 'red',
            title: conflict ? 'Somebody else has changed this workflow' : 'This edit was not saved',
            message: conflict
              ? 'Their version is shown now. Please repeat your edit.'
              : (error as Error).message,
          });
          setHistory(emptyHistory);
          await queries.invalidateQueries({ queryKey: ['workflow', id] });
        } finally {
          setSaving((n) => n - 1);
        }
      });
    },
    [id, queries],
  );

  /** Applies on the screen and sends. @returns the edit that takes it back, or undefined when the edit can't be */
  const commit = (operation: Operation): Operation | undefined => {
    const workflow = present();
    if (!workflow) return undefined;
    const applied = applyOperation(workflow.definition as Definition, operation);
    if (!applied.ok) {
      notifications.show({ color: 'yellow', message: explainRefusal(applied.refusal) });
      return undefined;
    }
    queries.setQueryData(key, { ...workflow, definition: applied.definition });
    send(operation);
    return applied.inverse;
  };

  return {
    query,
    definition: query.data?.definition as Definition | undefined,
    saving: saving > 0,
    canUndo: history.undo.length > 0,
    canRedo: history.redo.length > 0,
    edit: (operation: Operation) => {
      const inverse = commit(operation);
      if (inverse) setHistory((past) => past.after(inverse));
      return inverse !== undefined;
    },
    undo: () => {
      const operation = history.undo.at(-1);
      const inverse = operation && commit(operation);
      if (inverse) setHistory((past) => past.undone(inverse));
    },
    redo: () => {
      const operation = history.redo.at(-1);
      const inverse = operation && commit(operation);
      if (inverse) setHistory((past) => past.redone(inverse));
    },
    /** Waits until everything is saved. */
    settled: () => queue.current,
  };
}
