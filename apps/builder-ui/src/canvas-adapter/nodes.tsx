import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { pathWords } from '@cueline/workflows';
import { memo } from 'react';
import { useCanvas } from './canvas-context.js';
import { kindIcons, triggerIcon } from './kind-icons.js';
import type { Item } from './layout.js';
import { StepCard } from './step-card.js';
import type { CardWords } from './words.js';

export type BoxData = { readonly item: Item; readonly words?: CardWords } & Record<string, unknown>;
type Props = NodeProps<Node<BoxData>>;

const Ends = () => (
  <>
    <Handle type="target" position={Position.Top} />
    <Handle type="source" position={Position.Bottom} />
  </>
);

const CardNode = memo(function CardNode({ data: { item, words } }: Props) {
  const icon = item.type === 'step' ? kindIcons[item.step.kind] : triggerIcon;
  return (
    <>
      <StepCard id={item.id} icon={icon} words={words!} />
      <Ends />
    </>
  );
});

const SlotNode = memo(function SlotNode({ data: { item } }: Props) {
  const { onAdd } = useCanvas();
  if (item.type !== 'slot') return null;
  return (
    <>
      <div className="slot-line" />
      {onAdd && (
        <button
          type="button"
          className="slot-plus nodrag nopan"
          aria-label={item.label}
          data-slot={item.id}
          // The canvas may glide on between press and release: the press stays this button's.
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onClick={() => onAdd(item.slot)}
        >
          +
        </button>
      )}
      <Ends />
    </>
  );
});

const PathNode = memo(function PathNode({ data: { item } }: Props) {
  return (
    <>
      <div className="path-label">{item.type === 'path' ? pathWords(item.path) : ''}</div>
      <Ends />
    </>
  );
});

const EndNode = () => (
  <>
    <div className="path-label">End</div>
    <Ends />
  </>
);

export const nodeTypes = { step: CardNode, trigger: CardNode, slot: SlotNode, path: PathNode, end: EndNode };
