import { Alert, Stack, Title } from '@mantine/core';
import { PageHead } from '../../kit/page-head.js';
import { QueryGate } from '../../kit/query-gate.js';
import { useMeQuery } from '../../domain/use-me.js';
import { BrandAccounts } from './brand-accounts.js';
import { BrandInboxes } from './brand-inboxes.js';
import { useInboxes } from './use-inboxes.js';
import { useAccounts } from './use-accounts.js';
import { m } from './messages.js';

/** From where each brand sends. */
export function EmailAccountsPage() {
  const me = useMeQuery().data;
  const accounts = useAccounts();
  const inboxes = useInboxes().data?.items ?? [];
  if (me?.role === 'member')
    return (
      <Stack>
        <PageHead title={m.title} />
        <Alert>{m.notYours}</Alert>
      </Stack>
    );
  const brands = me?.brands ?? [];
  return (
    <Stack maw={760} gap="lg">
      <PageHead title={m.title} about={m.about} />
      <QueryGate query={accounts} failed={m.notLoaded}>
        {({ items }) =>
          brands.map((brand, i) => (
            <Stack key={brand.id} component="section" gap="xs" aria-label={brand.name}>
              {brands.length > 1 && (
                <Title order={2} size="h4">
                  {brand.name}
                </Title>
              )}
              <BrandAccounts
                brandId={brand.id}
                accounts={items.filter(({ brandId }) => brandId === brand.id)}
                isFirst={i === 0}
              />
              <BrandInboxes inboxes={inboxes.filter(({ brandId }) => brandId === brand.id)} />
            </Stack>
          ))
        }
      </QueryGate>
    </Stack>
  );
}
