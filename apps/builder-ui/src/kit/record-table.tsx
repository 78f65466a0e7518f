import { Card, Group, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './record-table.module.css';
import list from './plain-list.module.css';

export interface Column<T> {
  readonly header: string;
  readonly cell: (item: T) => ReactNode;
  /** Names the row; the first one without a header on a phone. */
  readonly title?: boolean;
}

interface Props<T> {
  readonly items: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (item: T) => string;
}

/** Records as a table, on a phone as cards. */
export function RecordTable<T>({ items, columns, keyOf }: Props<T>) {
  const narrow = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  return narrow ? (
    <Stack gap="xs" component="ul" className={list['list']}>
      {items.map((item) => (
        <Card key={keyOf(item)} component="li" withBorder padding="sm">
          {columns.map(({ header, cell, title }) =>
            title ? (
              <div key={header}>{cell(item)}</div>
            ) : (
              <Group key={header} justify="space-between" gap="xs" mt={6}>
                <Text size="sm" c="dimmed">
                  {header}
                </Text>
                <div>{cell(item)}</div>
              </Group>
            ),
          )}
        </Card>
      ))}
    </Stack>
  ) : (
    <div className={styles['frame']}>
      <Table className={styles['table']} highlightOnHover verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ header }) => (
              <Table.Th key={header}>{header}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={keyOf(item)}>
              {columns.map(({ header, cell }) => (
                <Table.Td key={header}>{cell(item)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
