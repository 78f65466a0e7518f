import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../api-client/api.js';
import { listStaff, listTemplates, listWorkflows } from '../../api-client/generated/sdk.gen.js';

type NamesById = ReadonlyMap<string, string>;

/** What definitions refer to by id, by the names that owners know. */
export interface Names {
  readonly templates: NamesById;
  readonly staff: NamesById;
  readonly workflows: NamesById;
}

const byId = <Item extends { readonly id: string }>(
  items: readonly Item[] | undefined,
  name: (item: Item) => string,
): NamesById => new Map(items?.map((item) => [item.id, name(item)]));

/** Empty until they are loaded. */
export function useNames(): Names {
  const templates = useQuery({ queryKey: ['templates'], queryFn: () => call(listTemplates()) }).data?.items;
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: () => call(listStaff({ query: { limit: 100 } })),
  }).data?.items;
  const workflows = useQuery({ queryKey: ['workflows'], queryFn: () => call(listWorkflows()) }).data?.items;
  return useMemo(
    () => ({
      templates: byId(templates, ({ name }) => name),
      staff: byId(staff, ({ firstName, lastName }) => `${firstName} ${lastName}`.trim()),
      workflows: byId(workflows, ({ name }) => name),
    }),
    [templates, staff, workflows],
  );
}

/** As a select takes them. */
export const choicesOf = (names: NamesById) => [...names].map(([value, label]) => ({ value, label }));
