import type { Definition } from '../definition/definition.js';
import { limits } from '../limits.js';
import { causesOf } from './causes.js';
import {
  comesAgain,
  edgesFrom,
  edgesOf,
  loopTexts,
  loopBy,
  nodesOf,
  waysTo,
  type LoopContext,
  type Edge,
  type Nodes,
} from './loop-graph.js';
import type { Problem } from './problem.js';

/**
 * Steps that start this workflow again, by themselves or by other published ones, in every run: what a decision, a condition or a re-entry rule may stop is
 * meant. So is a workflow that starts itself again after a wait; one that does so through an event, like a task that it creates, is not.
 */
export function loopProblems(definition: Definition, context: LoopContext): Problem[] {
  const causes = causesOf(definition);
  if (!causes.some(({ always }) => always)) return [];
  const { self, nodes } = nodesOf(definition, causes, context);
  const wayBack = waysTo(self, edgesOf(nodes, 'surely'));
  const seen = new Set<string>();
  return edgesFrom(self, nodes, 'surely').flatMap((first): Problem[] => {
    const loop = loopBy(first, self, wayBack);
    if (!loop || seen.has(first.cause.path) || !goesRound(loop, nodes)) return [];
    seen.add(first.cause.path);
    return [problemOf(loop, nodes)];
  });
}

function problemOf(loop: readonly Edge[], nodes: Nodes): Problem {
  const [{ cause }] = loop as [Edge];
  const { stepId, path } = cause;
  if (loop.length === 1 && cause.type === 'start')
    return { code: 'loop.startsItself', severity: 'error', stepId, path, params: { limit: limits.chain } };
  const params = { loop: loopTexts(loop, nodes), limit: limits.chain };
  return { code: 'loop.startsAgain', severity: 'warning', stepId, path, params };
}

/** Whether what goes round once goes round again. */
function goesRound(loop: readonly Edge[], nodes: Nodes): boolean {
  const onlyStarts = loop.every(({ cause }) => cause.type === 'start');
  if (onlyStarts && loop.some(({ cause }) => cause.waits)) return false;
  return comesAgain(loop, nodes);
}
