import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api-client/api.js';
import { getImpact } from '../../../api-client/generated/sdk.gen.js';
import { keys } from '../../../api-client/keys.js';

const load = (id: string) => call(getImpact({ path: { id } }));
export type Impact = Awaited<ReturnType<typeof load>>;

/** What publishing would touch. @param revision of the draft that is saved; undefined: not yet */
export const useImpact = (id: string, revision: number | undefined) =>
  useQuery({
    queryKey: keys.workflows.impact(id, revision),
    queryFn: () => load(id),
    enabled: revision !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
