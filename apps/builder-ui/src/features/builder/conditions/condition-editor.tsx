import { VisuallyHidden } from '@mantine/core';
import {
  fieldsFor,
  memberAt,
  membersOf,
  moveMember,
  type Condition,
  type EventType,
} from '@cueline/workflows';
import { useEffect, useMemo, useRef, useState } from 'react';
import { focusField } from '../field-problems.js';
import { asGroup, EditedConditionProvider, pointerOf, type EditedCondition } from './edited-condition.js';
import { GroupEditor } from './group-editor.js';
import { m as labels } from '../../../domain/labels/messages.js';
import { m } from './messages.js';

interface Props {
  /** JSON pointer of the condition in the definition. */
  readonly at: string;
  readonly event: EventType;
  readonly value: Condition;
  /** @param typing one keystroke of many in a value */
  readonly onChange: (condition: Condition, typing?: boolean) => void;
}

/** Comparisons in groups, of which all or any must hold; groups lie inside groups. Alt with an arrow moves what has the focus. */
export function ConditionEditor({ at, event, value, onChange }: Props) {
  const fields = useMemo(() => fieldsFor(event), [event]);
  const box = useRef<HTMLDivElement>(null);
  const goal = useRef<string>(undefined);
  const [spoken, setSpoken] = useState('');
  const condition = asGroup(value);
  // What was moved or added is drawn anew at its place: the focus goes there.
  useEffect(() => {
    if (goal.current !== undefined && box.current) focusField(box.current, goal.current);
    goal.current = undefined;
  });

  const changeAndGo: EditedCondition['changeAndGo'] = (next, to) => {
    goal.current = pointerOf(next, at, to);
    onChange(next);
  };
  const edited: EditedCondition = {
    fields,
    condition,
    change: onChange,
    changeAndGo,
    move: (path, direction) => {
      const moved = moveMember(condition, path, direction);
      setSpoken(moved ? placeLabel(moved.condition, moved.path) : labels.noFurther[direction]);
      if (moved) changeAndGo(moved.condition, moved.path);
    },
    pointer: (path) => pointerOf(value, at, path),
  };
  return (
    <EditedConditionProvider value={edited}>
      <div ref={box}>
        <VisuallyHidden role="status">{spoken}</VisuallyHidden>
        <GroupEditor group={condition} path={[]} />
      </div>
    </EditedConditionProvider>
  );
}

function placeLabel(condition: Condition, path: readonly number[]): string {
  const group = memberAt(condition, path.slice(0, -1));
  return (path.length > 1 ? m.placeInGroup : m.place)(path.at(-1)! + 1, group ? membersOf(group).length : 1);
}
