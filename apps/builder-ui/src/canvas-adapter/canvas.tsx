import {
  Background,
  Controls,
  Handle,
  MiniMap,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import { useComputedColorScheme } from '@mantine/core';
import type { Slot, Step } from '@cueline/workflows';
import { memo, useMemo } from 'react';
import { layoutOf, type Item } from './layout.js';

const MINIMAP_FROM = 20;

export interface CardWords {
  readonly title: string;
  readonly detail: string;
}
export interface CanvasProps {
  readonly steps: readonly Step[];
  readonly trigger: string;
  readonly words: (step: Step) => CardWords;
  /** How a step stands in a run, or what is wrong with it. */
  readonly state?: (stepId: string) => string | undefined;
  readonly problem?: (stepId: string) => string | undefined;
  readonly selected?: string;
  readonly onSelect: (stepId: string) => void;
  /** Absent: nothing can be added. */
  readonly onAdd?: (slot: Slot) => void;
}
type Data = { readonly item: Item; readonly words?: CardWords; readonly props: CanvasProps } & Record<
  string,
  unknown
>;

/** The document drawn. React Flow places and pans; it owns no rule and keeps nothing. */
export function Canvas(props: CanvasProps) {
  const scheme = useComputedColorScheme('light');
  const { nodes, edges } = useMemo(() => drawn(props), [props]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      colorMode={scheme}
      fitView
      fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
      minZoom={0.2}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      proOptions={{ hideAttribution: true }}
    >
      <Background />
      <Controls showInteractive={false} />
      {props.steps.length > MINIMAP_FROM && <MiniMap pannable ariaLabel="Overview" />}
    </ReactFlow>
  );
}

function drawn(props: CanvasProps): { nodes: Node<Data>[]; edges: Edge[] } {
  const layout = layoutOf(props.steps, props.words, props.trigger);
  const nodes = layout.items.map((item): Node<Data> => ({
    id: item.id,
    type: item.type === 'trigger' ? 'step' : item.type,
    position: { x: item.x, y: item.y },
    width: item.width,
    height: item.height,
    data: {
      item,
      props,
      words: item.type === 'step' ? props.words(item.step) : { title: props.trigger, detail: '' },
    },
  }));
  const centre = new Map(layout.items.map((item) => [item.id, item.x + item.width / 2]));
  const edges = layout.lines.map(({ id, from, to }): Edge => {
    // Boxes touch, so a bent line must not first run on beyond them.
    const bent = Math.abs(centre.get(from)! - centre.get(to)!) > 1;
    return {
      id,
      source: from,
      target: to,
      ...(bent ? { type: 'smoothstep', pathOptions: { offset: 0 } } : { type: 'straight' }),
    };
  });
  return { nodes, edges };
}

const Ends = () => (
  <>
    <Handle type="target" position={Position.Top} />
    <Handle type="source" position={Position.Bottom} />
  </>
);

const StepCard = memo(function StepCard({ data: { item, words, props } }: NodeProps<Node<Data>>) {
  const problem = props.problem?.(item.id);
  return (
    <>
      <button
        type="button"
        className="flow-card nodrag"
        data-selected={props.selected === item.id}
        data-problem={Boolean(problem)}
        data-state={props.state?.(item.id)}
        data-step={item.id}
        onClick={() => props.onSelect(item.id)}
      >
        <div className="flow-title">{words!.title}</div>
        {words!.detail && <div className="flow-detail">{words!.detail}</div>}
      </button>
      <Ends />
    </>
  );
});

function SlotButton({ data: { item, props } }: NodeProps<Node<Data>>) {
  if (item.type !== 'slot') return null;
  return (
    <>
      <div className="flow-through" />
      {props.onAdd && (
        <button
          type="button"
          className="flow-plus nodrag"
          aria-label="Add a step here"
          data-slot={item.id}
          onClick={() => props.onAdd?.(item.slot)}
        >
          +
        </button>
      )}
      <Ends />
    </>
  );
}

const PathLabel = ({ data: { item } }: NodeProps<Node<Data>>) => (
  <>
    <div className="flow-path">
      {item.type === 'path'
        ? item.path.name || (item.path.id === 'otherwise' ? 'Otherwise' : item.path.id)
        : ''}
    </div>
    <Ends />
  </>
);

const EndLabel = () => (
  <>
    <div className="flow-end">End</div>
    <Ends />
  </>
);

const nodeTypes = { step: StepCard, slot: SlotButton, path: PathLabel, end: EndLabel };
