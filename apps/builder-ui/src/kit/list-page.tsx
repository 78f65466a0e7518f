import { Button, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ListStates, MoreButton } from './list-states.js';
import { PageHead } from './page-head.js';

interface Props<T> {
  readonly title: string;
  readonly about?: string;
  /** The one primary of the page: a dialog in which a record is made. */
  readonly create?: { readonly label: string; readonly content: (close: () => void) => ReactNode };
  /** What is searched and filtered by. */
  readonly filters?: ReactNode;
  /** The words or filters that are set; the list then says that nothing matches them. */
  readonly filtered?: boolean;
  readonly onClear?: () => void;
  readonly query: UseInfiniteQueryResult<{ items: T[] }>;
  readonly empty: string;
  readonly width?: number;
  readonly children: (items: T[]) => ReactNode;
}

/** A page with a list of records: its name, what can be made, what is searched by, the list in all its states. */
export function ListPage<T>(props: Props<T>) {
  const { title, about, create, filters, filtered, onClear, query, empty, width, children } = props;
  const [open, { open: show, close }] = useDisclosure();
  return (
    <Stack {...(width && { maw: width })}>
      <PageHead title={title} {...(about && { about })}>
        {create && <Button onClick={show}>{create.label}</Button>}
      </PageHead>
      {filters}
      <ListStates query={query} empty={empty} {...(filtered && { filtered })} {...(onClear && { onClear })}>
        {children}
      </ListStates>
      <MoreButton query={query} />
      {create && (
        <Modal opened={open} onClose={close} title={create.label}>
          {create.content(close)}
        </Modal>
      )}
    </Stack>
  );
}
