import { useQuery } from '@tanstack/react-query';
import { personOf } from '../session/ask-who.js';
import { session } from '../session/session.js';
import { call } from '../api-client/api.js';
import { getMe } from '../api-client/get-me.js';
import { keys } from '../api-client/keys.js';
import { rememberLanguage } from '../messages/language.js';
import { unsaved } from '../session/unsaved.js';

async function loadMe() {
  const me = await call(getMe());
  const person = personOf(me);
  if (person) session.found(person);
  // Chosen on another device, or by another member: before there is something to lose.
  if (me.user && rememberLanguage(me.user.language) && !unsaved.any()) location.reload();
  return me;
}

export const useMeQuery = () => useQuery({ queryKey: keys.me, queryFn: loadMe, staleTime: 60_000 });

/** The studio one is signed in to; its default brand's zone, locale and currency stand for it. */
export function useMe() {
  const { data } = useMeQuery();
  const brand = data?.brands.find(({ isDefault }) => isDefault) ?? data?.brands[0];
  return {
    brands: data?.brands ?? [],
    zone: brand?.zone ?? 'UTC',
    locale: brand?.locale ?? 'en',
    currency: brand?.currency ?? 'EUR',
  };
}
