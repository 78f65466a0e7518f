import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api-client/api.js';
import { listVersions, updateWorkflow } from '../../../api-client/generated/sdk.gen.js';
import { withDefinition } from '../../../api-client/definitions.js';
import { keys } from '../../../api-client/keys.js';

type Answer = ReturnType<typeof updateWorkflow>;

/** Changes the workflow as a whole, and all that is shown of it. */
export function useWorkflowChange(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (make: () => Answer) => call(make()),
    onSuccess: async (changed) => {
      queries.setQueryData(keys.workflows.one(id), withDefinition(changed));
      await queries.invalidateQueries({ queryKey: keys.workflows.all });
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
}

/** How many runs of all its versions are in progress; undefined while that is not known. @param isEnabled only then is it read */
export function useOpenRuns(id: string, isEnabled: boolean): number | undefined {
  const { data } = useQuery({
    queryKey: keys.workflows.versions(id),
    queryFn: () => call(listVersions({ path: { id } })),
    // Said in a question about what happens to them: it has to be true at that moment.
    staleTime: 0,
    enabled: isEnabled,
  });
  return data?.items.reduce((sum, { runs }) => sum + runs.live, 0);
}
