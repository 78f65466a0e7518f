import { eventTypeOf } from '../catalogue/event-types.js';
import { asFarAsKnown } from '../conditions/as-far-as-known.js';
import type { Definition } from '../definition/definition.js';
import { limits } from '../definition/limits.js';
import type { Trigger } from '../definition/trigger.js';
import type { WorkflowFacts } from '../kinds/kind.js';
import { causesOf, type Cause } from './causes.js';
import type { Problem } from './problem.js';

/** A workflow as far as loops go. */
type Node = Pick<WorkflowFacts, 'name' | 'trigger' | 'causes'>;
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly cause: Cause;
}
const SELF = 'self';

/**
 * Steps that start this workflow again, by themselves or by other published ones, in every run: what a decision, a condition or a re-entry rule may stop is
 * meant. So is a workflow that starts itself again after a wait; one that does so through an event, like a task that it creates, is not.
 */
export function loopProblems(
  { trigger, steps }: Definition,
  {
    self = SELF,
    workflows,
  }: { readonly self?: string; readonly workflows?: ReadonlyMap<string, WorkflowFacts> },
): Problem[] {
  const causes = causesOf({ steps });
  if (!causes.some(({ always }) => always)) return [];
  const nodes = new Map<string, Node>(
    [...(workflows ?? [])].filter(([id, { state }]) => state === 'published' && id !== self),
  );
  nodes.set(self, { name: workflows?.get(self)?.name ?? 'This workflow', trigger, causes });
  const wayBack = waysTo(self, edgesOf(nodes));
  const seen = new Set<string>();
  return edgesFrom(self, nodes).flatMap((first): Problem[] => {
    const loop = loopBy(first, self, wayBack);
    if (!loop || seen.has(first.cause.path) || !goesRound(loop, nodes)) return [];
    seen.add(first.cause.path);
    return [problemOf(loop, nodes)];
  });
}

function problemOf(loop: readonly Edge[], nodes: ReadonlyMap<string, Node>): Problem {
  const [{ cause }] = loop as [Edge];
  const { stepId, path } = cause;
  const words = loop.map((edge) => edgeWords(edge, nodes)).join(', ');
  if (loop.length === 1 && cause.type === 'start')
    return { code: 'loop.startsItself', severity: 'error', stepId, path, params: { limit: limits.chain } };
  const params = { loop: words, limit: limits.chain };
  return { code: 'loop.startsAgain', severity: 'warning', stepId, path, params };
}

/** “Welcome” starts “Prepare” (a task is assigned) */
function edgeWords({ from, to, cause }: Edge, nodes: ReadonlyMap<string, Node>): string {
  const name = (id: string) => nodes.get(id)!.name;
  const label = cause.type === 'event' ? eventTypeOf(cause.event)!.label : undefined;
  const by = label ? ` (${label[0]!.toLowerCase()}${label.slice(1)})` : '';
  return `“${name(from)}” starts ${to === from ? 'itself' : `“${name(to)}”`}${by}`;
}

const edgesOf = (nodes: ReadonlyMap<string, Node>): Edge[] =>
  [...nodes.keys()].flatMap((id) => edgesFrom(id, nodes));

/** Each start that happens in every run of the workflow, once for each workflow that it starts. */
function edgesFrom(from: string, nodes: ReadonlyMap<string, Node>): Edge[] {
  const { trigger, causes } = nodes.get(from)!;
  return causes
    .filter(({ always }) => always)
    .flatMap((cause) => {
      const started = cause.type === 'start' ? [cause.workflow] : [...nodes.keys()];
      return started.flatMap((to) => {
        const node = nodes.get(to);
        return node && starts(cause, node.trigger) && brandsMeet(trigger, node.trigger)
          ? [{ from, to, cause }]
          : [];
      });
    });
}

function starts(cause: Cause, trigger: Trigger): boolean {
  if (trigger.reentry === 'once-per-contact') return false;
  if (cause.type === 'start') return !trigger.when;
  if (trigger.type !== 'event' || trigger.event !== cause.event) return false;
  return !trigger.when || asFarAsKnown(trigger.when, new Map(Object.entries(cause.known))) === true;
}

const brandsMeet = ({ brands: a }: Trigger, { brands: b }: Trigger): boolean =>
  !a || !b || a.some((brand) => b.includes(brand));

/** For each workflow from which one gets there, the next step of the shortest way: looked for backwards, each workflow once. */
function waysTo(target: string, edges: readonly Edge[]): ReadonlyMap<string, Edge> {
  const into = new Map<string, Edge[]>();
  for (const edge of edges) {
    const known = into.get(edge.to);
    if (known) known.push(edge);
    else into.set(edge.to, [edge]);
  }
  const ways = new Map<string, Edge>();
  const open = [target];
  for (const id of open)
    for (const edge of into.get(id) ?? [])
      if (edge.from !== target && !ways.has(edge.from)) {
        ways.set(edge.from, edge);
        open.push(edge.from);
      }
  return ways;
}

function loopBy(first: Edge, self: string, ways: ReadonlyMap<string, Edge>): readonly Edge[] | undefined {
  const loop = [first];
  while (loop.at(-1)!.to !== self) {
    const next = ways.get(loop.at(-1)!.to);
    if (!next) return undefined;
    loop.push(next);
  }
  return loop;
}

/** Whether what goes round once goes round again. */
function goesRound(loop: readonly Edge[], nodes: ReadonlyMap<string, Node>): boolean {
  const onlyAsked = loop.every(({ cause }) => cause.type === 'start');
  if (onlyAsked && loop.some(({ cause }) => cause.waits)) return false;
  return loop.every((edge, i) => {
    if (nodes.get(edge.to)!.trigger.reentry === 'once-per-record' && !isAboutNew(loop, i)) return false;
    return edge.cause.type !== 'event' || changesAgain(edge.cause, loop, nodes);
  });
}

/** A run that is asked for is about the record of the one that asks: whether that one is a new record each time. */
function isAboutNew(loop: readonly Edge[], at: number): boolean {
  for (let back = 0; back < loop.length; back++) {
    const { cause } = loop.at(at - back)!;
    if (cause.type === 'event') return cause.fresh;
  }
  return false;
}

/** A field that is set to what it is already is no event: somebody in the loop must set it to something else. */
function changesAgain(
  cause: Extract<Cause, { type: 'event' }>,
  loop: readonly Edge[],
  nodes: ReadonlyMap<string, Node>,
): boolean {
  const { field } = cause;
  if (field === undefined) return true;
  const value = ({ known }: typeof cause) => known[field];
  return loop.some(({ from }) =>
    nodes
      .get(from)!
      .causes.some(
        (other) =>
          other.type === 'event' &&
          other.field === field &&
          (value(other) === undefined || value(other) !== value(cause)),
      ),
  );
}
