import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useMoment } from '../../domain/use-moment.js';
import { ListPage } from '../../kit/list-page.js';
import { RecordTable, type Column } from '../../kit/record-table.js';
import { SearchInput, useSearchText } from '../../kit/search-input.js';
import { StateTabs } from '../../kit/state-tabs.js';
import { AddAddress } from './add-address.js';
import { m } from './messages.js';
import { RemoveDialog } from './remove-dialog.js';
import { useSuppressions, type Shown, type Suppression } from './use-suppressions.js';

const tabs = { active: { label: m.active }, removed: { label: m.removed } } as const;
const why = ({ reason, addedBy }: Suppression): string =>
  reason === 'manual' ? m.manual(addedBy ?? '') : m[reason];

/** Addresses that get no email, or no marketing email, each with its reason. */
export function DontEmailPage() {
  const { typed, setTyped, wanted } = useSearchText();
  const [shown, setShown] = useState<Shown>('active');
  const [entry, setEntry] = useState<Suppression>();
  const query = useSuppressions(wanted, shown);
  const moment = useMoment();
  const columns: readonly Column<Suppression>[] = [
    {
      header: m.address,
      title: true,
      cell: ({ address, clientName }) => (
        <>
          <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
            {address}
          </Text>
          {clientName && (
            <Text size="xs" c="dimmed">
              {clientName}
            </Text>
          )}
        </>
      ),
    },
    { header: m.keeps, cell: ({ scope }) => (scope === 'all' ? m.all : m.marketing) },
    {
      header: m.why,
      cell: (row) => (
        <>
          <Text size="sm" span>
            {why(row)}
          </Text>
          {row.note && (
            <Text size="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
              {row.note}
            </Text>
          )}
        </>
      ),
    },
    {
      header: shown === 'active' ? m.since : m.removed,
      cell: ({ createdAt, removedAt, removedBy }) =>
        removedAt ? m.removedBy(removedBy ?? '', moment(removedAt)) : moment(createdAt),
    },
    ...(shown === 'active'
      ? [
          {
            header: '',
            isAction: true,
            cell: (row: Suppression) => (
              <Button variant="default" aria-label={m.removeOf(row.address)} onClick={() => setEntry(row)}>
                {m.remove}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <ListPage
        title={m.title}
        about={m.about}
        create={{ label: m.create, content: (close) => <AddAddress onDone={close} /> }}
        query={query}
        empty={shown === 'active' ? m.empty : m.emptyRemoved}
        filtered={wanted !== ''}
        onClear={() => setTyped('')}
        filters={
          <Group gap="sm">
            <SearchInput label={m.search} placeholder={m.searchBy} value={typed} onChange={setTyped} />
            <StateTabs label={m.shown} states={tabs} value={shown} onChange={setShown} />
          </Group>
        }
      >
        {(items) => <RecordTable items={items} keyOf={(row) => row.id} columns={columns} />}
      </ListPage>
      <RemoveDialog entry={entry} onClose={() => setEntry(undefined)} />
    </>
  );
}
