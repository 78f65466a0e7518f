import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call } from '../../api-client/api.js';
import { listBrands } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { useMeQuery } from '../../domain/use-me.js';
import { PageHead } from '../../kit/page-head.js';
import { QueryGate } from '../../kit/query-gate.js';
import { DraftsContext, type Brand, type BrandDrafts } from './brand-drafts.js';
import { BrandPreview } from './brand-preview.js';
import { BrandSections } from './brand-sections.js';
import styles from './brand.module.css';
import { m } from './messages.js';

/** How a brand looks, signs and tells the time, beside an email that shows it at once. */
export function BrandPage() {
  const isManager = useMeQuery().data?.role !== 'member';
  const brands = useQuery({ queryKey: keys.brands, queryFn: () => call(listBrands()) });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Stack gap="lg">
      <PageHead title={m.title} about={m.about} />
      {!isManager && <Text c="dimmed">{m.readOnly}</Text>}
      <QueryGate query={brands} failed={m.notLoaded}>
        {({ items }) => {
          const brand = items.find(({ id }) => id === chosen) ?? items[0]!;
          return (
            <>
              {items.length > 1 && (
                <Select
                  label={m.brand}
                  maw={320}
                  allowDeselect={false}
                  value={brand.id}
                  onChange={setChosen}
                  data={items.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
              <BrandEditor key={brand.id} brand={brand} isReadOnly={!isManager} />
            </>
          );
        }}
      </QueryGate>
    </Stack>
  );
}

function BrandEditor({ brand, isReadOnly }: { readonly brand: Brand; readonly isReadOnly: boolean }) {
  const [drafts, setDrafts] = useState<Partial<Brand>>({});
  const value = useMemo<BrandDrafts>(
    () => ({
      drafts,
      set: (name, draft) =>
        setDrafts(({ [name]: _, ...rest }) => (draft === undefined ? rest : { ...rest, [name]: draft })),
    }),
    [drafts],
  );
  return (
    <DraftsContext value={value}>
      <div className={styles['columns']}>
        <BrandSections brand={brand} isReadOnly={isReadOnly} />
        <BrandPreview brand={{ ...brand, ...drafts }} />
      </div>
    </DraftsContext>
  );
}
