import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import IconPlus from '~icons/tabler/plus';
import { memo } from 'react';
import { useCanvas } from './canvas-context.js';
import styles from './canvas.module.css';
import { stepIcon, triggerIcon } from './kind-icons.js';
import type { Item } from './layout.js';
import { StepCard } from './step-card.js';
import type { CardContent } from './card-content.js';
import { pathLabel } from '../domain/labels/places.js';
import { m } from './messages.js';

export type BoxData = { readonly item: Item; readonly content?: CardContent } & Record<string, unknown>;
type Props = NodeProps<Node<BoxData>>;

const Ends = () => (
  <>
    <Handle type="target" position={Position.Top} />
    <Handle type="source" position={Position.Bottom} />
  </>
);

const CardNode = memo(function CardNode({ data: { item, content } }: Props) {
  const icon = item.type === 'step' ? stepIcon(item.step) : triggerIcon;
  return (
    <>
      <StepCard id={item.id} icon={icon} content={content!} />
      <Ends />
    </>
  );
});

const SlotNode = memo(function SlotNode({ data: { item } }: Props) {
  const { onAdd } = useCanvas();
  if (item.type !== 'slot') return null;
  return (
    <>
      <div className={styles['slotLine']} />
      {onAdd && (
        <button
          type="button"
          className={`${styles['slotPlus']} nodrag nopan`}
          aria-label={item.label}
          data-slot={item.id}
          // The canvas may glide on between press and release: the press stays this button's.
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onClick={() => onAdd(item.slot)}
        >
          <IconPlus size={14} stroke={2} aria-hidden />
        </button>
      )}
      <Ends />
    </>
  );
});

const PathNode = memo(function PathNode({ data: { item } }: Props) {
  return (
    <>
      <div className={styles['pathLabel']}>{item.type === 'path' ? pathLabel(item.path) : ''}</div>
      <Ends />
    </>
  );
});

const EndNode = () => (
  <>
    <div className={styles['end']}>{m.end}</div>
    <Ends />
  </>
);

export const nodeTypes = { step: CardNode, trigger: CardNode, slot: SlotNode, path: PathNode, end: EndNode };
