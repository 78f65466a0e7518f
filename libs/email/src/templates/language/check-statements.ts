import type { AstNode } from './nunjucks.js';
import { checkExpression } from './check-expression.js';
import { gatherAddresses, textNodes, type FoundNode } from './check-address.js';
import { documentStart, inAddress, samePlace, slotAt, advancePlace, type Place } from './html-place.js';
import { isAllowedName } from './names.js';
import { TemplateFault } from './problem.js';
import { templateLimits, type Expression, type Node, type Slot } from './tree.js';

const child = (node: AstNode, field: string): AstNode => node[field] as AstNode;

interface Walk {
  readonly html: boolean;
  readonly depth: number;
  readonly loops: number;
  /** The statement lies within an attribute's address, whose parts are gathered further out. */
  readonly inAddress: boolean;
  /** Every problem found so far; the walk goes on after each. */
  readonly faults: TemplateFault[];
}
interface Walked {
  readonly nodes: readonly Node[];
  readonly place: Place;
}

/**
 * The checked tree of a parsed part; `html` parts know the place of each value, others take it as it is. It counts only when `faults`
 * stayed empty.
 */
export function checkStatements(root: AstNode, html: boolean, faults: TemplateFault[]): readonly Node[] {
  const walk: Walk = { html, depth: 0, loops: 0, inAddress: false, faults };
  return sequence(root.children ?? [], documentStart, walk).nodes;
}

function sequence(children: readonly AstNode[], start: Place, walk: Walk): Walked {
  let place = start;
  const found: FoundNode[] = [];
  for (const node of children) {
    if (walk.faults.length >= templateLimits.problems) break;
    try {
      const walked = statement(node, place, walk);
      found.push(...walked.found);
      place = walked.place;
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      walk.faults.push(error);
    }
  }
  return {
    nodes: walk.inAddress ? found.map(({ node }) => node) : gatherAddresses(found, walk.faults),
    place,
  };
}

interface Found {
  readonly found: readonly FoundNode[];
  readonly place: Place;
}

function statement(node: AstNode, place: Place, walk: Walk): Found {
  if (walk.depth > templateLimits.depth) throw new TemplateFault('tooDeep', node);
  switch (node.typename) {
    case 'Output':
      return output(node, place, walk);
    case 'NodeList':
      return asFound(sequence(node.children ?? [], place, walk), false);
    case 'If':
      return asFound(conditional(node, place, walk), inAddress(place));
    case 'For':
      return asFound(loop(node, place, walk), inAddress(place));
    case 'Set':
      return asFound({ nodes: [assignment(node)], place }, inAddress(place));
    default:
      throw new TemplateFault('refusedTag', node, { tag: node.typename.toLowerCase() });
  }
}

const asFound = ({ nodes, place }: Walked, address: boolean): Found => ({
  found: nodes.map((node) => ({ node, address })),
  place,
});

function output(node: AstNode, start: Place, { html, inAddress: within, faults }: Walk): Found {
  let place = start;
  const found: FoundNode[] = [];
  for (const part of node.children ?? []) {
    if (part.typename === 'TemplateData') {
      const value = String(part.value);
      const read = html ? advancePlace(place, value) : undefined;
      if (!read) found.push({ node: { n: 'text', value }, address: false });
      else found.push(...textNodes(read.stretches, part, within, faults));
      place = read?.place ?? place;
    } else {
      const value = checkExpression(part);
      const where = html ? slotAt(place, beginOf(part)) : 'plain';
      // Who encodes a value for its address by hand means what its place does anyway.
      const slot: Slot = where === 'address' && isEncoded(value) ? 'encoded' : where;
      found.push({ node: { n: 'output', value, slot }, address: inAddress(place) });
    }
  }
  return { found, place };
}

/** A path stands where its first name does. */
function beginOf(node: AstNode): AstNode {
  let first = node;
  while (first.typename === 'LookupVal') first = child(first, 'target');
  return first;
}

const isEncoded = (value: Expression): boolean => value.x === 'filter' && value.name === 'urlencode';

function conditional(node: AstNode, place: Place, walk: Walk): Walked {
  const deeper = { ...walk, depth: walk.depth + 1, inAddress: inAddress(place) };
  const then = sequence([child(node, 'body')], place, deeper);
  const otherwise = node['else_'] ? sequence([child(node, 'else_')], place, deeper) : { nodes: [], place };
  if (walk.html && !samePlace(then.place, otherwise.place)) throw new TemplateFault('unevenBranches', node);
  const when = checkExpression(child(node, 'cond'));
  return {
    nodes: [{ n: 'if', when, then: then.nodes, otherwise: otherwise.nodes }],
    place: then.place,
  };
}

function loop(node: AstNode, place: Place, walk: Walk): Walked {
  if (walk.loops >= templateLimits.loops) throw new TemplateFault('tooDeep', node);
  const deeper = { ...walk, depth: walk.depth + 1, loops: walk.loops + 1, inAddress: inAddress(place) };
  const variable = child(node, 'name');
  if (variable.typename !== 'Symbol' || !isAllowedName(variable.value)) {
    throw new TemplateFault('refusedName', node, {
      name: typeof variable.value === 'string' ? variable.value.slice(0, 80) : variable.typename,
    });
  }
  const body = sequence([child(node, 'body')], place, deeper);
  const otherwise = node['else_'] ? sequence([child(node, 'else_')], place, deeper) : { nodes: [], place };
  if (walk.html && (!samePlace(body.place, place) || !samePlace(otherwise.place, place)))
    throw new TemplateFault('unevenBranches', node);
  const list = checkExpression(child(node, 'arr'));
  return {
    nodes: [{ n: 'for', name: variable.value, list, body: body.nodes, otherwise: otherwise.nodes }],
    place,
  };
}

function assignment(node: AstNode): Node {
  const targets = node['targets'] as readonly AstNode[];
  const [target] = targets;
  if (targets.length !== 1 || target?.typename !== 'Symbol' || !node['value'])
    throw new TemplateFault('refusedTag', node, { tag: 'set' });
  if (!isAllowedName(target.value))
    throw new TemplateFault('refusedName', node, { name: String(target.value).slice(0, 80) });
  return { n: 'set', name: target.value, value: checkExpression(child(node, 'value')) };
}
