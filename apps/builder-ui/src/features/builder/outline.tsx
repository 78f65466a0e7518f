import { ActionIcon, Button } from '@mantine/core';
import IconArrowDown from '~icons/tabler/arrow-down';
import IconArrowUp from '~icons/tabler/arrow-up';
import IconPlus from '~icons/tabler/plus';
import { pathsOf, type Slot, type Step } from '@cueline/workflows';
import { CanvasContext, useCanvas, type CanvasState } from '../../canvas-adapter/canvas-context.js';
import { stepIcon, triggerIcon } from '../../canvas-adapter/kind-icons.js';
import { slotId, slotLabel, type Document } from '../../canvas-adapter/layout.js';
import { StepCard } from '../../canvas-adapter/step-card.js';
import styles from './outline.module.css';
import { pathLabel } from '../../domain/labels/places.js';
import { m } from './messages.js';

interface Props {
  readonly document: Document;
  readonly state: CanvasState;
}

/** The document as a list of lists, in reading order: the same cards and edits as the canvas. */
export function Outline({ document, state }: Props) {
  return (
    <CanvasContext value={state}>
      <div className={styles['outline']}>
        <StepCard id="trigger" icon={triggerIcon} content={document.trigger} />
        <Sequence steps={document.steps} parent={null} path={null} document={document} />
      </div>
    </CanvasContext>
  );
}

interface SequenceProps {
  readonly steps: readonly Step[];
  readonly parent: Slot['parent'];
  readonly path: string | null;
  readonly document: Document;
}

function Sequence({ steps, parent, path, document }: SequenceProps) {
  const add = (index: number) => {
    const before = steps[index - 1];
    return before?.kind === 'end' ? null : (
      <AddButton slot={{ parent, index }} label={slotLabel(before && document.content(before).title, path)} />
    );
  };
  return (
    <>
      {add(0)}
      <ol className={styles['steps']}>
        {steps.map((step, index) => (
          <li key={step.id}>
            <Row step={step} document={document} />
            {pathsOf(step).map((one) => (
              <section key={one.id} className={styles['path']} aria-label={m.path(pathLabel(one))}>
                <div className={styles['pathName']}>{pathLabel(one)}</div>
                <Sequence
                  steps={one.steps}
                  parent={{ stepId: step.id, pathId: one.id }}
                  path={pathLabel(one)}
                  document={document}
                />
              </section>
            ))}
            {add(index + 1)}
          </li>
        ))}
      </ol>
    </>
  );
}

function Row({ step, document }: { readonly step: Step; readonly document: Document }) {
  const { onMove } = useCanvas();
  const content = document.content(step);
  return (
    <div className={styles['row']}>
      <StepCard id={step.id} icon={stepIcon(step)} content={content} />
      {onMove && (
        <div className={styles['moves']}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={m.moveUp(content.title)}
            onClick={() => onMove(step.id, 'up')}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={m.moveDown(content.title)}
            onClick={() => onMove(step.id, 'down')}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}

function AddButton({ slot, label }: { readonly slot: Slot; readonly label: string }) {
  const { onAdd } = useCanvas();
  if (!onAdd) return null;
  return (
    <Button
      className={styles['add']}
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={14} />}
      aria-label={label}
      data-slot={slotId(slot)}
      onClick={() => onAdd(slot)}
    >
      {m.addStep}
    </Button>
  );
}
