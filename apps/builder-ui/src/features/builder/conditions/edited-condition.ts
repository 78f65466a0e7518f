import { isComparison, membersOf, type Condition, type Field, type MemberPath } from '@cueline/workflows';
import { createContext, useContext } from 'react';

/** The condition that is being edited, as all its rows and groups see it. */
export interface EditedCondition {
  readonly fields: readonly Field[];
  readonly condition: Condition;
  /** @param typing one keystroke of many in a value */
  readonly change: (condition: Condition, typing?: boolean) => void;
  /** Makes a change and brings the focus to a member, or to the group that is left. */
  readonly changeAndGo: (condition: Condition, to: MemberPath) => void;
  readonly move: (path: MemberPath, direction: 'up' | 'down') => void;
  /** JSON pointer of a member in the definition. */
  readonly pointer: (path: MemberPath) => string;
}

const Context = createContext<EditedCondition | undefined>(undefined);
export const EditedConditionProvider = Context;

export function useCondition(): EditedCondition {
  const edited = useContext(Context);
  if (!edited) throw new Error('A row of a condition stands outside its editor.');
  return edited;
}

/** A lone comparison is edited as a group of one. */
export const asGroup = (value: Condition): Condition => (isComparison(value) ? { all: [value] } : value);

/** @param at JSON pointer of the whole condition */
export function pointerOf(value: Condition, at: string, path: MemberPath): string {
  if (isComparison(value)) return at;
  let group: Condition | undefined = value;
  return path.reduce((pointer, index) => {
    const key = group && 'any' in group ? 'any' : 'all';
    group = group && membersOf(group)[index];
    return `${pointer}/${key}/${index}`;
  }, at);
}
