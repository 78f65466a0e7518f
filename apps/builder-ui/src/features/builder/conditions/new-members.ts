import {
  editMembers,
  memberAt,
  membersOf,
  operators,
  type Comparison,
  type Condition,
  type Field,
  type MemberPath,
} from '@cueline/workflows';

export type Mode = 'all' | 'any';

/** Ready to be changed: the record's first choice, else its first field. */
export function firstComparison(fields: readonly Field[]): Comparison {
  const field = fields.find(({ choices }) => choices) ?? fields[0]!;
  return { field: field.path, op: operators[field.type][0], value: field.choices?.[0]?.value ?? '' };
}

const groupOf = (mode: Mode, members: readonly Condition[]): Condition =>
  mode === 'any' ? { any: members } : { all: members };

/** Inside "all must hold" only "any is enough" says something new, and the other way round. */
export const otherGroup = (mode: Mode, member: Condition): Condition =>
  groupOf(mode === 'all' ? 'any' : 'all', [member]);

/** Puts another member in the place of one; the empty path is the whole condition. */
export function replaceMember(condition: Condition, path: MemberPath, next: Condition): Condition {
  if (path.length === 0) return next;
  return editMembers(condition, path.slice(0, -1), (members) =>
    members.map((one, i) => (i === path.at(-1) ? next : one)),
  );
}

/** Says of the group at a path whether all or any of its members must hold. */
export const withMode = (condition: Condition, path: MemberPath, mode: Mode): Condition =>
  replaceMember(condition, path, groupOf(mode, membersOf(memberAt(condition, path)!)));
