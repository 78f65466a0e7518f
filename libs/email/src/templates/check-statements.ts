import type { AstNode } from 'nunjucks/src/parser.js';
import { checkExpression } from './check-expression.js';
import { advancePlace, behindValue, documentStart, samePlace, slotAt, type Place } from './html-place.js';
import { isAllowedName } from './names.js';
import { TemplateFault } from './problem.js';
import { templateLimits, type Node, type Slot } from './tree.js';

const child = (node: AstNode, field: string): AstNode => node[field] as AstNode;

interface Walk {
  readonly html: boolean;
  readonly depth: number;
  readonly loops: number;
}
interface Walked {
  readonly nodes: readonly Node[];
  readonly place: Place;
}

/** The checked tree of a parsed part; `html` parts know the place of each value, others take it as it is. */
export function checkStatements(root: AstNode, html: boolean): readonly Node[] {
  return sequence(root.children ?? [], documentStart, { html, depth: 0, loops: 0 }).nodes;
}

function sequence(children: readonly AstNode[], start: Place, walk: Walk): Walked {
  let place = start;
  const nodes: Node[] = [];
  for (const node of children) {
    const walked = statement(node, place, walk);
    nodes.push(...walked.nodes);
    place = walked.place;
  }
  return { nodes, place };
}

function statement(node: AstNode, place: Place, walk: Walk): Walked {
  if (walk.depth > templateLimits.depth) throw new TemplateFault('tooDeep', node);
  switch (node.typename) {
    case 'Output':
      return output(node, place, walk);
    case 'NodeList':
      return sequence(node.children ?? [], place, walk);
    case 'If':
      return conditional(node, place, walk);
    case 'For':
      return loop(node, place, walk);
    case 'Set':
      return { nodes: [assignment(node)], place };
    default:
      throw new TemplateFault('refusedTag', node, { tag: node.typename.toLowerCase() });
  }
}

function output(node: AstNode, start: Place, { html }: Walk): Walked {
  let place = start;
  const nodes = (node.children ?? []).map((part): Node => {
    if (part.typename === 'TemplateData') {
      const value = String(part.value);
      if (html) place = advancePlace(place, value);
      return { n: 'text', value };
    }
    const slot: Slot = html ? slotAt(place, part) : 'plain';
    place = behindValue(place);
    return { n: 'output', value: checkExpression(part), slot };
  });
  return { nodes, place };
}

function conditional(node: AstNode, place: Place, walk: Walk): Walked {
  const deeper = { ...walk, depth: walk.depth + 1 };
  const then = sequence([child(node, 'body')], place, deeper);
  const otherwise = node['else_'] ? sequence([child(node, 'else_')], place, deeper) : { nodes: [], place };
  if (walk.html && !samePlace(then.place, otherwise.place)) throw new TemplateFault('unevenBranches', node);
  const when = checkExpression(child(node, 'cond'));
  // Where only one branch wrote into a URL, a value behind it could still be its beginning: it is treated as one.
  const valueStart = then.place.valueStart || otherwise.place.valueStart;
  return {
    nodes: [{ n: 'if', when, then: then.nodes, otherwise: otherwise.nodes }],
    place: { ...then.place, valueStart },
  };
}

function loop(node: AstNode, place: Place, walk: Walk): Walked {
  if (walk.loops >= templateLimits.loops) throw new TemplateFault('tooDeep', node);
  const deeper = { ...walk, depth: walk.depth + 1, loops: walk.loops + 1 };
  const variable = child(node, 'name');
  if (variable.typename !== 'Symbol' || !isAllowedName(variable.value)) {
    throw new TemplateFault('refusedName', node, {
      name: String(variable.value ?? variable.typename).slice(0, 80),
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
