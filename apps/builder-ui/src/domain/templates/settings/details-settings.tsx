import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { recordSpec, type EventType } from '@cueline/workflows';
import { blockLimits, type DetailsRow } from '@cueline/email/blocks';
import IconArrowDown from '~icons/tabler/arrow-down';
import IconArrowUp from '~icons/tabler/arrow-up';
import IconPlus from '~icons/tabler/plus';
import IconTrash from '~icons/tabler/trash';
import { fieldLabel, recordLabel } from '../../labels/labels.js';
import { formatFor } from '../surface/formats.js';
import { FieldSelect } from './field-select.js';
import styles from './settings.module.css';
import { m } from './messages.js';

type DetailsRecord = 'booking' | 'invoice';

interface Props {
  readonly event: EventType;
  readonly record: DetailsRecord;
  readonly rows: readonly DetailsRow[];
  readonly onChange: (values: {
    readonly record?: DetailsRecord;
    readonly rows?: readonly DetailsRow[];
  }) => void;
}

const rowOf = (field: string): DetailsRow => ({ label: fieldLabel(field), field, ...formatFor(field) });

export function DetailsSettings({ event, record, rows, onChange }: Props) {
  const change = (next: readonly DetailsRow[]) => onChange({ rows: next });
  const replace = (index: number, row: DetailsRow) => change(rows.map((old, i) => (i === index ? row : old)));
  const swap = (index: number, by: 1 | -1) => {
    const next = [...rows];
    [next[index], next[index + by]] = [next[index + by]!, next[index]!];
    change(next);
  };
  const first = recordSpec(record)?.fields.find(({ path }) => !rows.some(({ field }) => field === path));
  return (
    <Stack gap="sm">
      <Select
        label={m.detailsOf}
        allowDeselect={false}
        value={record}
        onChange={(next) => next && onChange({ record: next, rows: [] })}
        data={(['booking', 'invoice'] as const).map((value) => ({ value, label: recordLabel(value) }))}
      />
      {rows.map((row, index) => (
        <div key={index} role="group" aria-label={m.row(index + 1)} className={styles['row']}>
          <TextInput
            size="xs"
            aria-label={m.rowLabel}
            maxLength={blockLimits.label}
            value={row.label}
            onChange={(e) => replace(index, { ...row, label: e.currentTarget.value })}
          />
          <FieldSelect
            size="xs"
            aria-label={m.rowField}
            event={event}
            value={row.field}
            onChange={(field) =>
              replace(
                index,
                row.label === fieldLabel(row.field) ? rowOf(field) : { ...rowOf(field), label: row.label },
              )
            }
          />
          <Group gap={2}>
            <RowButton
              label={m.rowUp}
              icon={IconArrowUp}
              isOff={index === 0}
              onClick={() => swap(index, -1)}
            />
            <RowButton
              label={m.rowDown}
              icon={IconArrowDown}
              isOff={index === rows.length - 1}
              onClick={() => swap(index, 1)}
            />
            <RowButton
              label={m.rowRemove}
              icon={IconTrash}
              onClick={() => change(rows.filter((_, i) => i !== index))}
            />
          </Group>
        </div>
      ))}
      {first && rows.length < blockLimits.rows && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => change([...rows, rowOf(first.path)])}
        >
          {m.rowAdd}
        </Button>
      )}
    </Stack>
  );
}

interface RowButtonProps {
  readonly label: string;
  readonly icon: typeof IconPlus;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}

const RowButton = ({ label, icon: Icon, isOff = false, onClick }: RowButtonProps) => (
  <ActionIcon
    variant="subtle"
    color="gray"
    aria-label={label}
    title={label}
    disabled={isOff}
    onClick={onClick}
  >
    <Icon size={16} aria-hidden />
  </ActionIcon>
);
