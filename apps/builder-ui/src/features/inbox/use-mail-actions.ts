import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { mailActions } from '@cueline/contracts';
import { call } from '../../api-client/api.js';
import { actOnMail, undoMailAction } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { showDone } from '../../kit/undo-toast.js';
import { m } from './messages.js';

export type Action = Exclude<mailActions.MailAction['action'], 'move'>;
type Of = { readonly threadIds: string[] } | { readonly messageIds: string[] };

interface Click {
  readonly action: Action;
  readonly of: Of;
  /** Nobody pressed anything: nothing is said of it. */
  readonly isSilent?: boolean;
}

/** What a person wants of emails: shown at once, made on the mail server, and taken back for ten seconds. */
export function useMailActions() {
  const queries = useQueryClient();
  const reload = () => queries.invalidateQueries({ queryKey: keys.threads.all });
  const undo = useMutation({
    mutationFn: (id: string) => call(undoMailAction({ path: { id } })),
    onSuccess: () => void notifications.show({ message: m.undone }),
    onError: (error) => notifications.show({ color: 'red', title: m.notDone, message: error.message }),
    onSettled: reload,
  });
  const act = useMutation({
    mutationFn: ({ action, of }: Click) =>
      call(actOnMail({ body: { id: crypto.randomUUID(), do: { action }, of } })),
    onSuccess: ({ id, commands, canUndo }, { action, isSilent }) => {
      if (isSilent) return;
      if (commands.length === 0) notifications.show({ color: 'yellow', message: m.nothingToDo });
      else showDone({ message: m.done[action], onUndo: canUndo ? () => undo.mutate(id) : undefined });
    },
    onError: (error) => notifications.show({ color: 'red', title: m.notDone, message: error.message }),
    onSettled: reload,
  });
  return (action: Action, of: Of, isSilent = false) => act.mutate({ action, of, isSilent });
}
