import { ActionIcon, Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import {
  fieldsFor,
  isComparison,
  MAX_CONDITION_DEPTH,
  membersOf,
  operators,
  type Comparison,
  type Condition,
  type EventType,
  type Field,
} from '@cueline/workflows';
import { useMemo } from 'react';
import { ComparisonRow } from './comparison-row.js';

interface Props {
  readonly event: EventType;
  readonly value: Condition;
  /** @param typing one keystroke of many in a value */
  readonly onChange: (condition: Condition, typing?: boolean) => void;
}

/** Comparisons in groups, of which all or any must hold; groups lie inside groups. */
export function ConditionEditor({ event, value, onChange }: Props) {
  const fields = useMemo(() => fieldsFor(event), [event]);
  return (
    <GroupEditor
      fields={fields}
      value={isComparison(value) ? { all: [value] } : value}
      depth={1}
      onChange={onChange}
    />
  );
}

interface GroupProps {
  readonly fields: readonly Field[];
  readonly value: Condition;
  readonly depth: number;
  readonly onChange: Props['onChange'];
}

function GroupEditor({ fields, value, depth, onChange }: GroupProps) {
  const mode = 'any' in value ? 'any' : 'all';
  const members = membersOf(value);
  const set = (next: readonly Condition[], as: string = mode, typing = false) =>
    onChange(as === 'any' ? { any: [...next] } : { all: [...next] }, typing);
  const replace = (index: number, member: Condition, typing?: boolean) =>
    set(
      members.map((one, i) => (i === index ? member : one)),
      mode,
      typing,
    );
  return (
    <Stack gap="xs" className="condition-group" data-depth={depth} role="group" aria-label="Comparisons">
      {members.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label="How the comparisons go together"
          value={mode}
          onChange={(as) => set(members, as)}
          data={[
            { value: 'all', label: 'All must hold' },
            { value: 'any', label: 'Any is enough' },
          ]}
        />
      )}
      {members.map((member, i) => (
        <Group key={i} gap={4} align="flex-start" wrap="nowrap">
          {isComparison(member) ? (
            <ComparisonRow
              fields={fields}
              value={member}
              onChange={(next, typing) => replace(i, next, typing)}
            />
          ) : (
            <GroupEditor
              fields={fields}
              value={member}
              depth={depth + 1}
              onChange={(next, typing) => replace(i, next, typing)}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={isComparison(member) ? 'Remove this comparison' : 'Remove this group'}
            onClick={() => set(members.filter((_, at) => at !== i))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group gap="xs">
        <Button size="compact-xs" variant="light" onClick={() => set([...members, firstComparison(fields)])}>
          Add a comparison
        </Button>
        {depth < MAX_CONDITION_DEPTH && members.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => set([...members, otherGroup(mode, firstComparison(fields))])}
          >
            Add a group
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Inside "all must hold" only "any is enough" says something new, and the other way round. */
const otherGroup = (mode: 'all' | 'any', member: Condition): Condition =>
  mode === 'all' ? { any: [member] } : { all: [member] };

/** Ready to be changed: the record's first choice, else its first field. */
export function firstComparison(fields: readonly Field[]): Comparison {
  const field = fields.find(({ choices }) => choices) ?? fields[0]!;
  return { field: field.path, op: operators[field.type][0], value: field.choices?.[0]?.value ?? '' };
}
