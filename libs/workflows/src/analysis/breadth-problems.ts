import type { Definition } from '../definition/definition.js';
import { limits } from '../limits.js';
import type { Cause } from '../kinds/cause.js';
import { causesOf } from './causes.js';
import {
  comesAgain,
  edgesFrom,
  edgesOf,
  loopTexts,
  thisWorkflow,
  loopBy,
  nodesOf,
  waysTo,
  type LoopContext,
  type Edge,
  type Nodes,
} from './loop-graph.js';
import type { Problem } from './problem.js';

/**
 * A loop through which one run may start several: their number grows with every round. Decisions and waits on the way slow that and end none of it, so
 * that it is enough that the steps may be come to.
 */
export function breadthProblems(definition: Definition, context: LoopContext): Problem[] {
  const causes = causesOf(definition);
  if (causes.length === 0) return [];
  const { self, nodes } = nodesOf(definition, causes, context);
  const wayBack = waysTo(self, edgesOf(nodes, 'perhaps'));
  const first = edgesFrom(self, nodes, 'perhaps').flatMap((edge) => {
    const loop = loopBy(edge, self, wayBack);
    return loop && comesAgain(loop, nodes) ? [{ edge, loop }] : [];
  });
  if (first.length === 0) return [];
  const leadsBack = ({ to }: Edge) => to === self || wayBack.has(to);
  const ofSelf = mostInOneRun(first.map(({ edge }) => edge.cause));
  if (ofSelf > 1) return [problemOf(first[1]!.edge.cause, first[1]!.loop, self, ofSelf, nodes)];
  for (const { edge, loop } of first)
    for (const { from } of loop.slice(1)) {
      const starts = edgesFrom(from, nodes, 'perhaps').filter(
        (one) => leadsBack(one) && mayBeAgain(one, nodes),
      );
      const most = mostInOneRun(starts.map(({ cause }) => cause));
      if (most > 1) return [problemOf(edge.cause, loop, from, most, nodes)];
    }
  return [];
}

const mayBeAgain = ({ to, cause }: Edge, nodes: Nodes): boolean =>
  nodes.get(to)!.trigger.reentry !== 'once-per-record' || (cause.type === 'event' && cause.fresh);

function problemOf(
  { stepId, path }: Cause,
  loop: readonly Edge[],
  broad: string,
  several: number,
  nodes: Nodes,
): Problem {
  const params = {
    name: nodes.get(broad)!.name || thisWorkflow,
    several,
    loop: loopTexts(loop, nodes),
    limit: limits.chainRuns,
  };
  return { code: 'loop.startsSeveral', severity: 'warning', stepId, path, params };
}

/** As many of these as one run may come to: of the paths of a step it takes one, and after one that ends it comes to nothing. */
function mostInOneRun(causes: readonly Pick<Cause, 'within'>[]): number {
  const { goesOn, ended } = most(causes, 0);
  return Math.max(goesOn, ended);
}

interface Most {
  /** Of the runs that come to what follows. */
  readonly goesOn: number;
  /** Of those that have ended before. */
  readonly ended: number;
}

function most(causes: readonly Pick<Cause, 'within'>[], depth: number): Most {
  let [goesOn, ended] = [0, 0];
  for (const [step, group] of groups(causes, ({ within }) => within[depth]?.step)) {
    if (step === undefined) {
      goesOn += group.length;
      continue;
    }
    let further = 0;
    for (const [, path] of groups(group, ({ within }) => within[depth]!.path)) {
      const inner = most(path, depth + 1);
      ended = Math.max(ended, goesOn + inner.ended);
      if (path[0]!.within[depth]!.ends) ended = Math.max(ended, goesOn + inner.goesOn);
      else further = Math.max(further, inner.goesOn);
    }
    goesOn += further;
  }
  return { goesOn, ended };
}

/** Neighbours of one key together, in their order. */
function groups<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): (readonly [Key, Item[]])[] {
  const found: (readonly [Key, Item[]])[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = found.at(-1);
    if (last && last[0] === key) last[1].push(item);
    else found.push([key, [item]]);
  }
  return found;
}
