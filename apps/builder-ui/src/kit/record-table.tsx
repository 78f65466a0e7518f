import { Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './record-table.module.css';
import { ListRow, ListRows } from './list-row.js';

export interface Column<T> {
  readonly header: string;
  readonly cell: (item: T) => ReactNode;
  /** Names the row. */
  readonly title?: boolean;
  /** On a phone, where there is no head, the value does not speak for itself. */
  readonly isNamed?: boolean;
  /** What can be done with it. */
  readonly isAction?: boolean;
}

interface Props<T> {
  readonly items: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (item: T) => string;
}

/** Records as a table, on a phone as rows of two lines. */
export function RecordTable<T>({ items, columns, keyOf }: Props<T>) {
  const narrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  return narrow ? (
    <ListRows>
      {items.map((item) => {
        const cells = columns.filter(({ isAction, title }) => !isAction && !title);
        return (
          <ListRow
            key={keyOf(item)}
            title={columns.find(({ title }) => title)?.cell(item)}
            meta={
              <span className={styles['facts']}>
                {cells.map(({ header, cell, isNamed }) => (
                  <span key={header} className={styles['fact']}>
                    {isNamed && `${header}: `}
                    <span>{cell(item)}</span>
                  </span>
                ))}
              </span>
            }
            end={columns.find(({ isAction }) => isAction)?.cell(item)}
          />
        );
      })}
    </ListRows>
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
