import { eventClause } from '../catalogue/labels.js';
import { asFarAsKnown } from '../conditions/as-far-as-known.js';
import { inEach, type Language, type Texts } from '../language/language.js';
import type { Definition } from '../definition/definition.js';
import type { Trigger } from '../trigger/trigger.js';
import type { Cause } from '../kinds/cause.js';
import type { WorkflowFacts } from '../kinds/check-context.js';

/** A workflow as far as loops go. */
export type Node = Pick<WorkflowFacts, 'name' | 'trigger' | 'causes'>;
export type Nodes = ReadonlyMap<string, Node>;
/** A step of one workflow that starts another one, or the same. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly cause: Cause;
}
export interface LoopContext {
  readonly self?: string | undefined;
  readonly workflows?: ReadonlyMap<string, WorkflowFacts> | undefined;
}
/** How sure it must be that a step is come to, and starts what it may start. */
export type Sureness = 'surely' | 'perhaps';

const SELF = 'self';
/** One that has no name where it is checked. */
export const thisWorkflow: Texts = { en: 'This workflow', de: 'Dieser Ablauf' };

/** The definition and the studio's other workflows that are published. */
export function nodesOf(
  { trigger }: Pick<Definition, 'trigger'>,
  causes: readonly Cause[],
  { self = SELF, workflows }: LoopContext,
): { readonly self: string; readonly nodes: Nodes } {
  const nodes = new Map<string, Node>(
    [...(workflows ?? [])].filter(([id, { state }]) => state === 'published' && id !== self),
  );
  nodes.set(self, { name: workflows?.get(self)?.name ?? '', trigger, causes });
  return { self, nodes };
}

/** “Welcome” starts “Prepare” (a task is assigned) */
export const loopTexts = (loop: readonly Edge[], nodes: Nodes): Texts =>
  inEach((language) => loop.map((edge) => edgeText(edge, nodes, language)).join(', '));

function edgeText({ from, to, cause }: Edge, nodes: Nodes, language: Language): string {
  const name = (id: string) => nodes.get(id)!.name || thisWorkflow[language];
  const by = cause.type === 'event' ? ` (${eventClause(cause.event, language)})` : '';
  if (language === 'de')
    return `„${name(from)}“ startet ${to === from ? 'sich selbst' : `„${name(to)}“`}${by}`;
  return `“${name(from)}” starts ${to === from ? 'itself' : `“${name(to)}”`}${by}`;
}

export const edgesOf = (nodes: Nodes, sureness: Sureness): Edge[] =>
  [...nodes.keys()].flatMap((id) => edgesFrom(id, nodes, sureness));

/** Each start that happens in every run of the workflow, or may, once for each workflow that it starts. */
export function edgesFrom(from: string, nodes: Nodes, sureness: Sureness): Edge[] {
  const { trigger, causes } = nodes.get(from)!;
  return causes
    .filter(({ always }) => always || sureness === 'perhaps')
    .flatMap((cause) => {
      const started = cause.type === 'start' ? [cause.workflow] : [...nodes.keys()];
      return started.flatMap((to) => {
        const node = nodes.get(to);
        return node && starts(cause, node.trigger, sureness) && brandsMeet(trigger, node.trigger)
          ? [{ from, to, cause }]
          : [];
      });
    });
}

function starts(cause: Cause, { reentry, when, ...trigger }: Trigger, sureness: Sureness): boolean {
  if (reentry === 'once-per-contact') return false;
  if (cause.type === 'event' && !(trigger.type === 'event' && trigger.event === cause.event)) return false;
  if (!when) return true;
  const known = Object.entries(cause.type === 'event' ? cause.known : {});
  const holds = asFarAsKnown(when, new Map(known));
  return sureness === 'surely' ? holds === true : holds !== false;
}

const brandsMeet = ({ brands: a }: Trigger, { brands: b }: Trigger): boolean =>
  !a || !b || a.some((brand) => b.includes(brand));

/** For each workflow from which one gets there, the next step of the shortest way: looked for backwards, each workflow once. */
export function waysTo(target: string, edges: readonly Edge[]): ReadonlyMap<string, Edge> {
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

export function loopBy(
  first: Edge,
  self: string,
  ways: ReadonlyMap<string, Edge>,
): readonly Edge[] | undefined {
  const loop = [first];
  while (loop.at(-1)!.to !== self) {
    const next = ways.get(loop.at(-1)!.to);
    if (!next) return undefined;
    loop.push(next);
  }
  return loop;
}

/** Whether a loop that was gone round once may be gone round again: a record has its one run of some workflows, and is set to what it already is by no event. */
export const comesAgain = (loop: readonly Edge[], nodes: Nodes): boolean =>
  loop.every((edge, i) => {
    if (nodes.get(edge.to)!.trigger.reentry === 'once-per-record' && !isAboutNew(loop, i)) return false;
    return edge.cause.type !== 'event' || changesAgain(edge.cause, loop, nodes);
  });

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
  nodes: Nodes,
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
