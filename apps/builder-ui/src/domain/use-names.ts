import { useMemo } from 'react';
import { useAllStaff, useAllTemplates, useAllWorkflows } from './use-all.js';

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
  const templates = useAllTemplates().data?.items;
  const staff = useAllStaff().data?.items;
  const workflows = useAllWorkflows().data?.items;
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
