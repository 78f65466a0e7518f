import type { AstNode } from './nunjucks.js';
import { filterArity, filterNames } from './filters.js';
import { isAllowedName, nearest } from './names.js';
import { TemplateFault } from './problem.js';
import { templateLimits, type BinaryOperator, type Expression, type Position } from './tree.js';

const binary: Readonly<Record<string, BinaryOperator>> = {
  And: 'and',
  Or: 'or',
  In: 'in',
  Add: '+',
  Sub: '-',
  Mul: '*',
  Div: '/',
  Mod: '%',
  Concat: '~',
};

const comparisons = new Set(['==', '!=', '<', '<=', '>', '>=', '===', '!==']);

const child = (node: AstNode, field: string): AstNode => node[field] as AstNode;

/** A nunjucks expression as one of ours; whatever is not on this list is refused. */
export function checkExpression(node: AstNode, depth = 0): Expression {
  if (depth > templateLimits.depth) throw new TemplateFault('tooDeep', node);
  const inside = (field: string) => checkExpression(child(node, field), depth + 1);
  const operator = Object.hasOwn(binary, node.typename) ? binary[node.typename] : undefined;
  if (operator) return { x: 'binary', op: operator, left: inside('left'), right: inside('right') };
  switch (node.typename) {
    case 'Literal':
      return literal(node);
    case 'Symbol':
    case 'LookupVal':
      return { x: 'path', path: pathOf(node), at: positionOf(node) };
    case 'Filter':
      return filter(node, depth);
    case 'Not':
      return { x: 'not', operand: inside('target') };
    case 'Neg':
      return { x: 'negative', operand: inside('target') };
    case 'Pos':
      return inside('target');
    case 'InlineIf':
      return {
        x: 'choose',
        when: inside('cond'),
        then: inside('body'),
        ...(node['else_'] ? { otherwise: inside('else_') } : {}),
      };
    case 'Compare':
      return comparison(node, depth);
    case 'Is':
      return test(node, depth);
    case 'Group':
      return group(node, depth);
    case 'Array':
      return { x: 'list', items: (node.children ?? []).map((item) => checkExpression(item, depth + 1)) };
    default:
      throw new TemplateFault('refusedExpression', node, { what: describe(node.typename) });
  }
}

const descriptions: Readonly<Record<string, string>> = {
  FunCall: 'Calling a function',
  Dict: 'A dictionary',
  Slice: 'Cutting a list',
  CallExtension: 'An extension',
  Pow: 'A power',
  FloorDiv: 'A whole division',
};
const describe = (typename: string): string => descriptions[typename] ?? `"${typename}"`;

function literal(node: AstNode): Expression {
  const { value } = node;
  if (value === null || typeof value === 'string' || typeof value === 'boolean')
    return { x: 'literal', value };
  if (typeof value === 'number' && Number.isFinite(value)) return { x: 'literal', value };
  throw new TemplateFault('refusedExpression', node, {
    what: value instanceof RegExp ? 'A regular expression' : 'This value',
  });
}

/** Where the path's first name stands. */
function positionOf(node: AstNode): Position {
  let first = node;
  while (first.typename === 'LookupVal') first = child(first, 'target');
  return [first.lineno + 1, first.colno + 1];
}

function pathOf(node: AstNode): string[] {
  if (node.typename === 'Symbol') return [node.value === 'loop' ? 'loop' : allowed(node.value, node)];
  if (node.typename !== 'LookupVal') throw new TemplateFault('refusedLookup', node);
  const key = child(node, 'val');
  if (key.typename !== 'Literal') throw new TemplateFault('refusedLookup', node);
  const target = pathOf(child(node, 'target'));
  if (target.length >= 5) throw new TemplateFault('tooDeep', node);
  return [...target, allowed(key.value, node)];
}

function allowed(name: unknown, node: AstNode): string {
  if (!isAllowedName(name)) throw new TemplateFault('refusedName', node, { name: String(name).slice(0, 80) });
  return name;
}

function filter(node: AstNode, depth: number): Expression {
  const name = String(child(node, 'name').value);
  const [input, ...args] = child(node, 'args').children ?? [];
  const arity = filterArity(name);
  if (!arity || !input) {
    throw new TemplateFault('unknownFilter', node, {
      name: name.slice(0, 80),
      nearest: nearest(name, filterNames) ?? '',
    });
  }
  if (args.length < arity.min || args.length > arity.max)
    throw new TemplateFault('filterArguments', node, { name, takes: arity.usage });
  return {
    x: 'filter',
    name,
    input: checkExpression(input, depth + 1),
    args: args.map((arg) => checkExpression(arg, depth + 1)),
  };
}

function comparison(node: AstNode, depth: number): Expression {
  const operands = node['ops'] as readonly AstNode[];
  const [only] = operands;
  if (operands.length !== 1 || !only)
    throw new TemplateFault('refusedExpression', node, { what: 'A chain of comparisons' });
  const op = String(only['type']);
  if (!comparisons.has(op)) throw new TemplateFault('refusedExpression', node, { what: `"${op}"` });
  return {
    x: 'binary',
    op: (op === '===' ? '==' : op === '!==' ? '!=' : op) as BinaryOperator,
    left: checkExpression(child(node, 'expr'), depth + 1),
    right: checkExpression(child(only, 'expr'), depth + 1),
  };
}

function test(node: AstNode, depth: number): Expression {
  const right = child(node, 'right');
  const name = right.typename === 'Symbol' ? String(right.value) : right.typename;
  if (name !== 'defined' && name !== 'empty')
    throw new TemplateFault('unknownTest', node, { name: name.slice(0, 80) });
  return { x: 'test', name, operand: checkExpression(child(node, 'left'), depth + 1) };
}

function group(node: AstNode, depth: number): Expression {
  const [only, ...more] = node.children ?? [];
  if (!only || more.length > 0)
    throw new TemplateFault('refusedExpression', node, { what: 'A group of several values' });
  return checkExpression(only, depth + 1);
}
