import { ActionIcon, Button, Card, Group, Select, Stack, TextInput } from '@mantine/core';
import IconTrash from '~icons/tabler/trash';
import {
  eventTypeOf,
  settable,
  settableOf,
  updatableRecords,
  type EventType,
  type RecordChange,
  type UpdatableRecord,
  type UpdateRecordStep,
} from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { FieldText } from './field-text.js';
import { settings, type FormProps } from './form-props.js';
import { choiceLabel, fieldLabel, recordLabel } from '../../../domain/labels/labels.js';
import { m } from './messages.js';

const opLabels = { set: m.set, add: m.add, remove: m.remove } as const;

/** A change of this field, to be filled in. */
function newChange(record: UpdatableRecord, field: string): RecordChange {
  const { ops, choices } = settableOf(record, field)!;
  return { field, op: ops[0]!, value: choices?.[0] ?? '' };
}
const firstField = (record: UpdatableRecord) => Object.keys(settable[record])[0]!;

export function UpdateRecordForm(props: FormProps<UpdateRecordStep>) {
  const { step, at, event } = props;
  const { record } = step;
  const set = settings(props);
  const around = eventTypeOf(event)?.records ?? [];
  const offered = updatableRecords.filter((one) => one === record || around.includes(one));
  const replace = (index: number, change: RecordChange[], typing = false) =>
    set({ set: step.set.toSpliced(index, 1, ...change) }, typing);
  return (
    <>
      <Select
        label={m.record}
        allowDeselect={false}
        value={record}
        onChange={(next) => next && set({ record: next, set: [newChange(next, firstField(next))] })}
        data={offered.map((value) => ({ value, label: recordLabel(value) }))}
        {...useFieldPlace(`${at}/record`)}
      />
      {step.set.map((change, i) => (
        <ChangeCard
          // The changes have no ids; each is edited in its place.
          key={i}
          record={record}
          change={change}
          at={`${at}/set/${i}`}
          event={event}
          onChange={(next, typing) => replace(i, [next], typing)}
          onRemove={() => replace(i, [])}
        />
      ))}
      <Button
        variant="light"
        size="xs"
        data-field={`${at}/set`}
        onClick={() => set({ set: [...step.set, newChange(record, firstField(record))] })}
      >
        {m.addChange}
      </Button>
    </>
  );
}

interface CardProps {
  readonly record: UpdatableRecord;
  readonly change: RecordChange;
  readonly at: string;
  readonly event: EventType;
  readonly onChange: (change: RecordChange, typing?: boolean) => void;
  readonly onRemove: () => void;
}

function ChangeCard({ record, change, at, event, onChange, onRemove }: CardProps) {
  const { field, op, value } = change;
  const spec = settableOf(record, field);
  const valuePlace = useFieldPlace(`${at}/value`);
  const path = (key: string) => `${record}.${key}`;
  const say = (next: string) => onChange({ ...change, value: next }, true);
  return (
    <Card withBorder padding="sm" component="fieldset" m={0}>
      <Stack gap="xs">
        <Group wrap="nowrap" align="flex-end" gap={4}>
          <Select
            style={{ flex: 1 }}
            label={m.field}
            allowDeselect={false}
            value={field}
            onChange={(next) => next && onChange(newChange(record, next))}
            data={Object.keys(settable[record]).map((key) => ({
              value: key,
              label: fieldLabel(path(key)),
            }))}
            {...useFieldPlace(`${at}/field`)}
          />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={m.removeChange} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
        {spec && spec.ops.length > 1 && (
          <Select
            label={m.how}
            allowDeselect={false}
            value={op}
            onChange={(next) => next && onChange({ ...change, op: next })}
            data={spec.ops.map((one) => ({ value: one, label: opLabels[one] }))}
          />
        )}
        {spec?.choices ? (
          <Select
            label={opLabels[op]}
            allowDeselect={false}
            value={value}
            onChange={(next) => next && onChange({ ...change, value: next })}
            data={spec.choices.map((one) => ({ value: one, label: choiceLabel(path(field), one) }))}
            {...valuePlace}
          />
        ) : spec?.ops.includes('set') ? (
          <FieldText
            label={opLabels.set}
            at={`${at}/value`}
            event={event}
            maxLength={spec.characters}
            value={value}
            onChange={say}
          />
        ) : (
          <TextInput
            label={m.what}
            maxLength={spec?.characters}
            value={value}
            onChange={(e) => say(e.currentTarget.value)}
            {...valuePlace}
          />
        )}
      </Stack>
    </Card>
  );
}
