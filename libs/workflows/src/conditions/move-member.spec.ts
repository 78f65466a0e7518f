import { describe, expect, it } from '@jest/globals';
import { isComparison, MAX_CONDITION_DEPTH, membersOf, type Condition } from './condition.js';
import { memberAt, moveMember, type MemberPath } from './move-member.js';

const is = (field: string): Condition => ({ field, op: 'isNotEmpty' });
const condition: Condition = { all: [is('a'), { any: [is('b'), is('c')] }, is('d')] };

const words = (one: Condition): string =>
  isComparison(one) ? one.field : `${'any' in one ? 'any' : 'all'}(${membersOf(one).map(words).join(' ')})`;

function moved(path: MemberPath, direction: 'up' | 'down', from = condition): string | undefined {
  const result = moveMember(from, path, direction);
  if (!result) return undefined;
  expect(memberAt(result.condition, result.path)).toEqual(memberAt(from, path));
  return words(result.condition);
}

describe('moving a member of a condition', () => {
  it('passes a comparison, and goes into a group', () => {
    expect(moved([0], 'down')).toBe('all(any(a b c) d)');
    expect(moved([2], 'up')).toBe('all(a any(b c d))');
    expect(moved([1, 0], 'down')).toBe('all(a any(c b) d)');
    expect(moved([1], 'up')).toBe('all(any(b c) a d)');
    expect(moved([1], 'down')).toBe('all(a d any(b c))');
  });

  it('leaves its group at the group’s ends', () => {
    expect(moved([1, 0], 'up')).toBe('all(a b any(c) d)');
    expect(moved([1, 1], 'down')).toBe('all(a any(b) c d)');
  });

  it('takes the group away that it leaves empty', () => {
    const alone: Condition = { all: [is('a'), { any: [is('b')] }, is('c')] };
    expect(moved([1, 0], 'up', alone)).toBe('all(a b c)');
    expect(moved([1, 0], 'down', alone)).toBe('all(a b c)');
  });

  it('stops at the ends, and where there is nothing', () => {
    expect(moved([0], 'up')).toBeUndefined();
    expect(moved([2], 'down')).toBeUndefined();
    expect(moved([7], 'up')).toBeUndefined();
    expect(moved([], 'up')).toBeUndefined();
  });

  it('goes into a group as long as it does not lie too deep there', () => {
    const nested = (levels: number): Condition =>
      Array.from({ length: levels }).reduce<Condition>((one) => ({ any: [one] }), is('x'));
    // The outermost group, the neighbour, and then what is moved.
    const fits = { all: [nested(MAX_CONDITION_DEPTH - 3), { any: [is('a')] }] };
    expect(moved([0], 'down', fits)).toBe('all(any(any(any(any(x))) a))');
    const tooDeep = { all: [nested(MAX_CONDITION_DEPTH - 2), { any: [is('a')] }] };
    expect(moved([0], 'down', tooDeep)).toBe('all(any(a) any(any(any(any(x)))))');
  });
});
