import { isComparison, MAX_CONDITION_DEPTH, membersOf, type Condition } from './condition.js';

/** Where a member stands: its index in the outermost group, then in the group there, and so on. */
export type MemberPath = readonly number[];

export const memberAt = (condition: Condition, path: MemberPath): Condition | undefined =>
  path.reduce<Condition | undefined>((one, index) => one && membersOf(one)[index], condition);

/** A group with other members, of which as many must hold as before. */
export const withMembers = (group: Condition, members: readonly Condition[]): Condition =>
  'any' in group ? { any: members } : { all: members };

/** Rebuilds the members of the group at a path. */
export function editMembers(
  condition: Condition,
  group: MemberPath,
  edit: (members: readonly Condition[]) => readonly Condition[],
): Condition {
  const [index, ...rest] = group;
  const members = membersOf(condition);
  return withMembers(
    condition,
    index === undefined
      ? edit(members)
      : members.map((one, i) => (i === index ? editMembers(one, rest, edit) : one)),
  );
}

export interface Moved {
  readonly condition: Condition;
  /** Where the member stands now. */
  readonly path: MemberPath;
}

/**
 * Moves a member one place up or down in reading order: past its neighbour, into a group that is its neighbour, out of its group at the
 * group's ends. A group that is left empty goes. Undefined where it can go no further.
 */
export function moveMember(
  condition: Condition,
  path: MemberPath,
  direction: 'up' | 'down',
): Moved | undefined {
  const member = memberAt(condition, path);
  const index = path.at(-1);
  if (!member || index === undefined) return undefined;
  const group = path.slice(0, -1);
  const siblings = membersOf(memberAt(condition, group)!);
  const beside = direction === 'up' ? index - 1 : index + 1;
  const neighbour = siblings[beside];
  if (!neighbour) return outOfGroup(condition, member, path, direction);
  const without = editMembers(condition, group, (members) => members.filter((_, i) => i !== index));
  if (!isComparison(neighbour) && path.length + 1 + depthOf(member) <= MAX_CONDITION_DEPTH) {
    const into = [...group, direction === 'up' ? beside : index];
    const at = direction === 'up' ? membersOf(neighbour).length : 0;
    return { condition: insert(without, into, at, member), path: [...into, at] };
  }
  return { condition: insert(without, group, beside, member), path: [...group, beside] };
}

function outOfGroup(
  condition: Condition,
  member: Condition,
  path: MemberPath,
  direction: 'up' | 'down',
): Moved | undefined {
  if (path.length < 2) return undefined;
  const group = path.slice(0, -1);
  const outer = group.slice(0, -1);
  const place = group.at(-1)!;
  const alone = membersOf(memberAt(condition, group)!).length === 1;
  const without = alone
    ? editMembers(condition, outer, (members) => members.filter((_, i) => i !== place))
    : editMembers(condition, group, (members) => members.filter((_, i) => i !== path.at(-1)));
  const at = direction === 'down' && !alone ? place + 1 : place;
  return { condition: insert(without, outer, at, member), path: [...outer, at] };
}

const insert = (condition: Condition, group: MemberPath, at: number, member: Condition): Condition =>
  editMembers(condition, group, (members) => [...members.slice(0, at), member, ...members.slice(at)]);

/** Levels that a member takes: one for a comparison. */
const depthOf = (one: Condition): number => 1 + Math.max(0, ...membersOf(one).map(depthOf));
