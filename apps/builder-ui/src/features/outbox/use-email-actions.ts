import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { decideSend, releaseSends, skipSends } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { stateLabels, type EmailState } from './box.js';
import { m } from './messages.js';

/** Says what became of an email that was no longer to be changed, and reads the lists again. */
function useChange<Variables>(
  change: (variables: Variables) => Promise<EmailState | undefined>,
  done: (variables: Variables) => string,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (other, variables) =>
      notifications.show(
        other ? { color: 'yellow', message: m.otherwise(stateLabels[other]) } : { message: done(variables) },
      ),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.sends.all }),
  });
}

export const useRelease = () =>
  useChange<string>(
    async (id) => (await call(releaseSends({ body: { ids: [id] } }))).others[0]?.state,
    () => m.onItsWay,
  );

export const useSkip = () =>
  useChange<string>(
    async (id) => (await call(skipSends({ body: { ids: [id] } }))).others[0]?.state,
    () => m.notSent,
  );

interface Doubt {
  readonly id: string;
  readonly decision: 'markSent' | 'sendAgain';
}

export const useDecideDoubt = () =>
  useChange<Doubt>(
    async ({ id, decision }) => {
      await call(decideSend({ path: { id }, body: { decision } }));
      return undefined;
    },
    ({ decision }) => (decision === 'markSent' ? m.markedSent : m.onItsWay),
  );
