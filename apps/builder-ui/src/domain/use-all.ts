import { useQuery } from '@tanstack/react-query';
import { call } from '../api-client/api.js';
import { listStaff, listTemplates, listWorkflows } from '../api-client/generated/sdk.gen.js';
import { keys } from '../api-client/keys.js';

interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}
interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

const LARGEST_PAGE = 200;

/** A list of the API whole: for what is chosen from, or named by its id. */
export async function allPages<T>(load: (page: PageQuery) => Promise<Page<T>>): Promise<{ items: T[] }> {
  const items: T[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await load({ limit: LARGEST_PAGE, ...(cursor && { cursor }) });
    items.push(...page.items);
    if (!page.nextCursor) return { items };
    cursor = page.nextCursor;
  }
}

export const useAllWorkflows = () =>
  useQuery({
    queryKey: keys.workflows.names,
    queryFn: () => allPages((query) => call(listWorkflows({ query }))),
  });

export const useAllTemplates = () =>
  useQuery({
    queryKey: keys.templates.names,
    queryFn: () => allPages((query) => call(listTemplates({ query }))),
  });

export const useAllStaff = () =>
  useQuery({ queryKey: keys.staff.names, queryFn: () => allPages((query) => call(listStaff({ query }))) });
