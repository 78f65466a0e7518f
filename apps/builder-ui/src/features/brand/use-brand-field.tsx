import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useContext, useRef, type ReactNode } from 'react';
import IconCheck from '~icons/tabler/check';
import { call } from '../../api-client/api.js';
import { updateBrand } from '../../api-client/generated/sdk.gen.js';
import type { ListBrandsResponse, UpdateBrandData } from '../../api-client/generated/types.gen.js';
import { keys } from '../../api-client/keys.js';
import { useUnsaved } from '../../session/unsaved.js';
import { DraftsContext, type Brand } from './brand-drafts.js';
import styles from './brand.module.css';
import { m } from './messages.js';

type BrandPatch = NonNullable<UpdateBrandData['body']>;
type Field = keyof BrandPatch & keyof Brand;

/**
 * One field of a brand, saved by itself when it is left. What could not be saved stays in the field, and says so.
 * @param helper what the field is for; after a save it says that instead
 */
export function useBrandField<Name extends Field>(brand: Brand, name: Name, helper?: string) {
  const queries = useQueryClient();
  const { drafts, set } = useContext(DraftsContext);
  const isDraft = drafts[name] !== undefined;
  const latest = useRef<Brand[Name]>(undefined);
  const save = useMutation({
    mutationFn: (value: Brand[Name]) =>
      call(updateBrand({ path: { id: brand.id }, body: { [name]: value } satisfies BrandPatch })),
    onSuccess: (saved, value) => {
      queries.setQueryData<ListBrandsResponse>(
        keys.brands,
        (before) => before && { items: before.items.map((one) => (one.id === saved.id ? saved : one)) },
      );
      // Typed on meanwhile, it is not saved yet.
      if (latest.current === value) set(name, undefined);
    },
  });
  useUnsaved(isDraft);
  const keep = (value: Brand[Name]) => {
    latest.current = value;
    set(name, value);
  };
  const commit = (value: Brand[Name]) => {
    if (JSON.stringify(value) === JSON.stringify(brand[name])) return set(name, undefined);
    keep(value);
    save.mutate(value);
  };
  const change = (value: Brand[Name]) => {
    if (!save.isPending) save.reset();
    keep(value);
  };
  const value = isDraft ? (drafts[name] as Brand[Name]) : brand[name];
  const error: ReactNode = save.error && (
    <>
      {save.error.message} {m.notSaved}{' '}
      <Button variant="transparent" size="compact-xs" onClick={() => commit(value)}>
        {m.tryAgain}
      </Button>
    </>
  );
  const description: ReactNode =
    save.isSuccess && !isDraft ? (
      <Text component="span" inherit role="status" className={styles['saved']}>
        <IconCheck size={14} stroke={1.75} aria-hidden /> {m.saved}
      </Text>
    ) : (
      helper
    );
  return { value, change, commit, leave: () => commit(value), error, description };
}
