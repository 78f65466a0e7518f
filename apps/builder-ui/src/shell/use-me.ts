import { useQuery } from '@tanstack/react-query';
import { call } from '../api-client/api.js';
import { getMe } from '../api-client/generated/sdk.gen.js';

export const useMeQuery = () =>
  useQuery({ queryKey: ['me'], queryFn: () => call(getMe()), staleTime: 60_000 });

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
