import type { CompiledTemplate } from './compile.js';
import { LAYOUT, nearest } from './names.js';
import type { TemplatePart, TemplateProblem } from './problem.js';
import type { BlockPlace, Expression, Node, Position } from './tree.js';

/** A merge field that a template uses. */
export interface UsedField {
  /** `client.firstName` */
  readonly path: string;
  /** Every use has a fallback, or is only asked about by an `if`. */
  readonly hasFallback: boolean;
  /** Where it is used first; line and column count from 1. */
  readonly part: TemplatePart;
  readonly line: number;
  readonly column: number;
  readonly block?: BlockPlace;
}

/** Names that no record gives. */
const ownNames: ReadonlySet<string> = new Set(['loop', LAYOUT]);

interface Use {
  readonly path: string;
  readonly at: Position;
  readonly guarded: boolean;
}

/** The fields of a template, each once, without the names that the template itself sets. */
export function fieldsOf(template: CompiledTemplate): readonly UsedField[] {
  const found = new Map<string, UsedField>();
  for (const [part, nodes] of Object.entries(template.parts) as [TemplatePart, readonly Node[]][]) {
    for (const { path, guarded, at } of usesIn(nodes, ownNames, new Set())) {
      const before = found.get(path);
      found.set(path, {
        path,
        part: before?.part ?? part,
        line: before?.line ?? at[0],
        column: before?.column ?? at[1],
        ...((before ? before.block : at[2]) && { block: before ? before.block : at[2] }),
        hasFallback: (before?.hasFallback ?? true) && guarded,
      });
    }
  }
  return [...found.values()];
}

/** Problems for fields that are not among the known ones. */
export function unknownFields(
  template: CompiledTemplate,
  known: ReadonlySet<string>,
): readonly TemplateProblem[] {
  return fieldsOf(template)
    .filter(({ path }) => !known.has(path))
    .map(({ path, part, line, column, block }) => ({
      code: 'unknownField',
      severity: 'error',
      part,
      line,
      column,
      ...(block && { block }),
      params: { field: path, nearest: nearest(path, known) ?? '' },
    }));
}

/** `asked`: fields that an `if` around has asked about, so that they are there inside it. */
function usesIn(nodes: readonly Node[], local: ReadonlySet<string>, checked: ReadonlySet<string>): Use[] {
  const names = new Set(local);
  return nodes.flatMap((node): Use[] => {
    switch (node.n) {
      case 'text':
        return [];
      case 'output':
        return uses(node.value, names, checked, false);
      case 'address':
        return usesIn(node.parts, names, checked);
      case 'set': {
        const found = uses(node.value, names, checked, false);
        names.add(node.name);
        return found;
      }
      case 'if': {
        const condition = uses(node.when, names, checked, true);
        const inside = new Set([...checked, ...condition.map(({ path }) => path)]);
        return [...condition, ...usesIn(node.then, names, inside), ...usesIn(node.otherwise, names, checked)];
      }
      case 'for':
        return [
          ...uses(node.list, names, checked, true),
          ...usesIn(node.body, new Set([...names, node.name]), checked),
          ...usesIn(node.otherwise, names, checked),
        ];
    }
  });
}

function uses(
  expression: Expression,
  local: ReadonlySet<string>,
  checked: ReadonlySet<string>,
  guarded: boolean,
): Use[] {
  const inside = (one: Expression, safe = guarded) => uses(one, local, checked, safe);
  switch (expression.x) {
    case 'literal':
      return [];
    case 'path': {
      const path = expression.path.slice(0, expression.names).join('.');
      return local.has(expression.path[0]!)
        ? []
        : [{ path, at: expression.at, guarded: guarded || checked.has(path) }];
    }
    case 'filter':
      return [
        ...inside(expression.input, guarded || expression.name === 'default'),
        ...expression.args.flatMap((arg) => inside(arg)),
      ];
    case 'binary':
      return [...inside(expression.left, guarded || expression.op === 'or'), ...inside(expression.right)];
    case 'choose':
      return [
        ...inside(expression.when, true),
        ...inside(expression.then),
        ...(expression.otherwise ? inside(expression.otherwise) : []),
      ];
    case 'list':
      return expression.items.flatMap((item) => inside(item));
    case 'test':
      return inside(expression.operand, true);
    default:
      return inside(expression.operand);
  }
}
