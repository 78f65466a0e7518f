import { ActionIcon, Menu } from '@mantine/core';
import IconArrowDown from '~icons/tabler/arrow-down';
import IconArrowUp from '~icons/tabler/arrow-up';
import IconBrackets from '~icons/tabler/brackets';
import IconDotsVertical from '~icons/tabler/dots-vertical';
import IconTrash from '~icons/tabler/trash';
import {
  editMembers,
  isComparison,
  MAX_CONDITION_DEPTH,
  memberAt,
  membersOf,
  moveMember,
  type Condition,
  type MemberPath,
} from '@cueline/workflows';
import { useCondition } from './edited-condition.js';
import { otherGroup, replaceMember } from './new-members.js';
import { m } from './messages.js';

interface Props {
  readonly member: Condition;
  readonly path: MemberPath;
}

/** What can be done with a comparison or a group as a whole. */
export function MemberMenu({ member, path }: Props) {
  const { condition, changeAndGo, move } = useCondition();
  const isOne = isComparison(member);
  const index = path.at(-1)!;
  const outer = path.slice(0, -1);
  const remove = (instead: readonly Condition[]) => {
    const next = editMembers(condition, outer, (members) => [
      ...members.slice(0, index),
      ...instead,
      ...members.slice(index + 1),
    ]);
    const left = membersOf(memberAt(next, outer)!).length;
    changeAndGo(next, left > 0 ? [...outer, Math.min(index, left - 1)] : outer);
  };
  const wrap = () => {
    const mode = 'any' in memberAt(condition, outer)! ? 'any' : 'all';
    changeAndGo(replaceMember(condition, path, otherGroup(mode, member)), [...path, 0]);
  };
  const [canUp, canDown] = [moveMember(condition, path, 'up'), moveMember(condition, path, 'down')].map(
    Boolean,
  );
  const canWrap = !isComparison(member) || path.length + 2 <= MAX_CONDITION_DEPTH;
  // The menu gives the focus to its first entry, also to one that cannot have it: then no key reaches the menu.
  const first = canUp ? 'up' : canDown ? 'down' : canWrap ? 'wrap' : 'remove';
  const entry = (name: typeof first) => (name === first ? { 'data-autofocus': true } : {});
  return (
    // The focus goes where the member goes.
    <Menu position="bottom-end" returnFocus={false} withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={isOne ? m.changeComparison : m.changeGroup}
        >
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp size={16} />}
          disabled={!canUp}
          {...entry('up')}
          onClick={() => move(path, 'up')}
        >
          {m.moveUp}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} />}
          disabled={!canDown}
          {...entry('down')}
          onClick={() => move(path, 'down')}
        >
          {m.moveDown}
        </Menu.Item>
        {isComparison(member) ? (
          <Menu.Item
            leftSection={<IconBrackets size={16} />}
            disabled={!canWrap}
            {...entry('wrap')}
            onClick={wrap}
          >
            {m.wrap}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconBrackets size={16} />}
            {...entry('wrap')}
            onClick={() => remove(membersOf(member))}
          >
            {m.unwrap}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={16} />}
          color="red"
          {...entry('remove')}
          onClick={() => remove([])}
        >
          {isOne ? m.removeComparison : m.removeGroup}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
