import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import IconPlus from '~icons/tabler/plus';
import {
  editMembers,
  isComparison,
  MAX_CONDITION_DEPTH,
  membersOf,
  type Condition,
  type MemberPath,
} from '@cueline/workflows';
import type { KeyboardEvent } from 'react';
import { useFieldPlace } from '../field-problems.js';
import { ComparisonRow } from './comparison-row.js';
import { useCondition } from './edited-condition.js';
import { firstComparison, otherGroup, withMode } from './new-members.js';
import { MemberMenu } from './member-menu.js';
import styles from './conditions.module.css';
import { m } from './messages.js';

interface Props {
  readonly group: Condition;
  readonly path: MemberPath;
}

/** The members of a group, each movable, and what can be added to it. */
export function GroupEditor({ group, path }: Props) {
  const { condition, fields, change, changeAndGo, pointer } = useCondition();
  const { error, ...place } = useFieldPlace(pointer(path));
  const members = membersOf(group);
  const mode = 'any' in group ? 'any' : 'all';
  const add = (member: Condition) =>
    changeAndGo(
      editMembers(condition, path, (before) => [...before, member]),
      [...path, members.length],
    );
  return (
    <Stack
      gap={6}
      className={styles['group']}
      data-depth={path.length + 1}
      role="group"
      aria-label={m.comparisons}
      {...place}
    >
      {members.length > 1 && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={m.together}
          value={mode}
          onChange={(as) => change(withMode(condition, path, as === 'any' ? 'any' : 'all'))}
          data={[
            { value: 'all', label: m.all },
            { value: 'any', label: m.any },
          ]}
        />
      )}
      {members.map((member, i) => (
        <Member
          key={i}
          member={member}
          path={[...path, i]}
          joint={i > 0 ? (mode === 'any' ? m.or : m.and) : undefined}
        />
      ))}
      {error && (
        <Text size="xs" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      <Group gap="xs">
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconPlus size={12} />}
          aria-label={m.addComparison}
          onClick={() => add(firstComparison(fields))}
        >
          {m.comparison}
        </Button>
        {path.length + 3 <= MAX_CONDITION_DEPTH && members.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={12} />}
            aria-label={m.addGroup}
            onClick={() => add(otherGroup(mode, firstComparison(fields)))}
          >
            {m.group}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

interface MemberProps {
  readonly member: Condition;
  readonly path: MemberPath;
  readonly joint: string | undefined;
}

function Member({ member, path, joint }: MemberProps) {
  const { move } = useCondition();
  const keys = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : undefined;
    const innermost = (event.target as Element).closest('[data-member]') === event.currentTarget;
    if (!event.altKey || !direction || !innermost) return;
    // A field would take the arrow for itself.
    event.preventDefault();
    event.stopPropagation();
    move(path, direction);
  };
  return (
    <>
      {joint && <span className={styles['joint']}>{joint}</span>}
      <div className={styles['member']} data-member onKeyDownCapture={keys}>
        {isComparison(member) ? (
          <ComparisonRow value={member} path={path} />
        ) : (
          <GroupEditor group={member} path={path} />
        )}
        <MemberMenu member={member} path={path} />
      </div>
    </>
  );
}
