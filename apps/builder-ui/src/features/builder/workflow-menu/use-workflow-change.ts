import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Definition } from '@cueline/workflows';
import { call } from '../../../api-client/api.js';
import { listVersions, updateWorkflow } from '../../../api-client/generated/sdk.gen.js';
import { workflowKey } from '../use-draft.js';

type Answer = ReturnType<typeof updateWorkflow>;

/** Changes the workflow as a whole, and all that is shown of it. */
export function useWorkflowChange(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (make: () => Answer) => call(make()),
    onSuccess: async (changed) => {
      queries.setQueryData(workflowKey(id), { ...changed, definition: changed.definition as Definition });
      await queries.invalidateQueries({ queryKey: ['workflows'] });
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
}

/** How many runs of all its versions are under way; undefined while that is not known. */
export function useOpenRuns(id: string): number | undefined {
  const { data } = useQuery({
    queryKey: ['workflows', id, 'versions'],
    queryFn: () => call(listVersions({ path: { id } })),
    // Said in a question about what happens to them: it has to be true at that moment.
    staleTime: 0,
  });
  return data?.items.reduce((sum, { runs }) => sum + runs.live, 0);
}

export const runsInWords = (count: number): string => (count === 1 ? '1 run' : `${count} runs`);
