import { useQuery } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { listBrands } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';

/** How the studio's default brand looks: what a template is written in. */
export function useBrand() {
  const { data } = useQuery({
    queryKey: keys.brands,
    queryFn: () => call(listBrands()),
    staleTime: 60_000,
  });
  const brand = data?.items.find(({ isDefault }) => isDefault) ?? data?.items[0];
  return {
    name: brand?.name ?? '',
    color: brand?.color ?? '',
    signature: brand?.signature ?? '',
    legalFooter: brand?.legalFooter ?? '',
  };
}
