import { nobody, type Addressee, type Meant, type People, type PeopleList } from '@cueline/workflows';
import type { Queryable } from '../client/statement.js';
import { peopleOf } from './people.sql.js';

/** Those of one list. @param bookingId of the run's record; null where it has none */
export function listedPeople(
  on: Queryable,
  list: PeopleList,
  studioId: string,
  bookingId: string | null,
): Promise<readonly Addressee[]> {
  return peopleOf[list].rows(on, { studioId, bookingId });
}

/** The people that a step needs to know beside the facts: of the list that it means, and of no other. */
export const peopleFor = async (
  on: Queryable,
  meant: Meant,
  studioId: string,
  bookingId: string | null,
): Promise<People> =>
  'list' in meant
    ? { ...nobody, [meant.list]: await listedPeople(on, meant.list, studioId, bookingId) }
    : nobody;

/** All of them, for a rehearsal. */
export async function allPeople(on: Queryable, studioId: string, bookingId: string | null): Promise<People> {
  const lists = await Promise.all(
    (Object.keys(nobody) as PeopleList[]).map(
      async (list) => [list, await listedPeople(on, list, studioId, bookingId)] as const,
    ),
  );
  return Object.fromEntries(lists) as Record<PeopleList, readonly Addressee[]>;
}
