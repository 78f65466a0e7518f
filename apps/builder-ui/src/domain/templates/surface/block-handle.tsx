import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import IconGrip from '~icons/tabler/grip-vertical';
import IconPlus from '~icons/tabler/plus';
import { useLayoutEffect, useState, type DragEvent, type RefObject } from 'react';
import { insertBlock } from './commands/block-commands.js';
import { currentBlock, nodeAt } from './current-block.js';
import styles from './body.module.css';
import { m } from './messages.js';
import { openMenu } from './plugins/insert-menu.js';
import { useEditorState } from './use-editor.js';

interface Props {
  readonly editor: Editor;
  readonly mail: RefObject<HTMLElement | null>;
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Beside the current block: what it is dragged by, and what adds another below it. By keyboard both are in the toolbar and the menu. */
export function BlockHandle({ editor, mail }: Props) {
  const state = useEditorState(editor);
  const [box, setBox] = useState<Box>();
  useLayoutEffect(() => {
    const measure = () => setBox((before) => sameOr(before, boxOf(editor, mail.current)));
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(editor.view.dom);
    return () => resized.disconnect();
  }, [editor, mail, state]);
  if (!box) return null;
  return (
    <div className={styles['frame']} style={box}>
      <button
        type="button"
        className={styles['grip']}
        draggable
        tabIndex={-1}
        aria-label={m.drag}
        title={m.drag}
        onDragStart={(event) => drag(editor, event)}
      >
        <IconGrip size={18} aria-hidden />
      </button>
      <button
        type="button"
        className={styles['add']}
        tabIndex={-1}
        aria-label={m.addBelow}
        title={m.addBelow}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => addBelow(editor)}
      >
        <IconPlus size={14} aria-hidden />
      </button>
    </div>
  );
}

/** An empty text below, with the menu of what it can be. */
function addBelow({ state, view }: Editor): void {
  view.dispatch(insertBlock(state, state.schema.nodes['paragraph']!.create(), true));
  view.dispatch(openMenu(view.state));
  view.focus();
}

function drag({ state, view }: Editor, event: DragEvent): void {
  const block = currentBlock(state);
  if (!block) return;
  const selection = NodeSelection.create(state.doc, block.pos);
  view.dispatch(state.tr.setSelection(selection));
  const dom = view.nodeDOM(block.pos);
  if (dom instanceof HTMLElement) event.dataTransfer.setDragImage(dom, 0, 0);
  event.dataTransfer.effectAllowed = 'move';
  view.dragging = { slice: selection.content(), move: true };
}

function boxOf({ state, view }: Editor, mail: HTMLElement | null): Box | undefined {
  const block = currentBlock(state);
  if (!mail || !block || !nodeAt(state, block)) return undefined;
  const dom = view.nodeDOM(block.pos);
  if (!(dom instanceof HTMLElement)) return undefined;
  const around = mail.getBoundingClientRect();
  const { top, left, width, height } = dom.getBoundingClientRect();
  return { top: top - around.top, left: left - around.left, width, height };
}

const sameOr = (before: Box | undefined, next: Box | undefined): Box | undefined =>
  before &&
  next &&
  before.top === next.top &&
  before.left === next.left &&
  before.width === next.width &&
  before.height === next.height
    ? before
    : next;
