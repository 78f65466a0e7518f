import { Fragment, type Node } from '@tiptap/pm/model';
import {
  NodeSelection,
  Selection,
  TextSelection,
  type EditorState,
  type Transaction,
} from '@tiptap/pm/state';
import { currentBlock, nodeAt } from '../current-block.js';

/** What a command makes of the state; undefined: it cannot be done here. */
type Edit = (state: EditorState) => Transaction | undefined;

export interface Place {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** The place of the current block among its neighbours. */
export function placeOf(state: EditorState): Place | undefined {
  const block = currentBlock(state);
  if (!block) return undefined;
  const $at = state.doc.resolve(block.pos);
  return { number: $at.index() + 1, of: $at.parent.childCount };
}

/** Past its neighbour; the selection goes with it. */
export const moveBlock =
  (direction: 1 | -1): Edit =>
  (state) => {
    const block = currentBlock(state);
    const node = nodeAt(state, block);
    if (!block || !node) return undefined;
    const $at = state.doc.resolve(block.pos);
    const other = $at.parent.maybeChild($at.index() + direction);
    if (!other) return undefined;
    const from = direction > 0 ? block.pos : block.pos - other.nodeSize;
    const pair = direction > 0 ? [other, node] : [node, other];
    const tr = state.tr.replaceWith(from, from + node.nodeSize + other.nodeSize, Fragment.from(pair));
    const shift = direction * other.nodeSize;
    return selectAsBefore(tr, state.selection, shift).scrollIntoView();
  };

function selectAsBefore(tr: Transaction, selection: Selection, shift: number): Transaction {
  return tr.setSelection(
    selection instanceof NodeSelection
      ? NodeSelection.create(tr.doc, selection.from + shift)
      : TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift),
  );
}

/** A second one below it; the caret goes into the copy. */
export const duplicateBlock: Edit = (state) => {
  const block = currentBlock(state);
  const node = nodeAt(state, block);
  if (!block || !node) return undefined;
  const tr = state.tr.insert(block.pos + node.nodeSize, node.copy(node.content));
  return selectAsBefore(tr, state.selection, node.nodeSize).scrollIntoView();
};

export const deleteBlock: Edit = (state) => {
  const block = currentBlock(state);
  const node = nodeAt(state, block);
  if (!block || !node) return undefined;
  const { tr } = state;
  if (state.doc.resolve(block.pos).parent.childCount > 1) tr.delete(block.pos, block.pos + node.nodeSize);
  // A column, or the whole email: a place to write in stays.
  else tr.replaceWith(block.pos, block.pos + node.nodeSize, state.schema.nodes['paragraph']!.create());
  return tr
    .setSelection(Selection.near(tr.doc.resolve(Math.min(block.pos, tr.doc.content.size))))
    .scrollIntoView();
};

/**
 * Below the current block, or in its place where nothing is written yet; out of a column or a section that cannot hold it.
 * @param keepEmpty an empty text stays where it is
 */
export function insertBlock(state: EditorState, made: Node, keepEmpty = false): Transaction {
  const { tr } = state;
  const block = currentBlock(state);
  if (!block) return select(tr.insert(state.doc.content.size, made), state.doc.content.size);
  const $at = state.doc.resolve(block.pos);
  for (let { depth } = $at; depth >= 0; depth--) {
    const parent = $at.node(depth);
    const index = $at.index(depth);
    if (!parent.canReplaceWith(index + 1, index + 1, made.type)) continue;
    const at = depth === $at.depth ? block.pos : $at.before(depth + 1);
    const current = parent.child(index);
    const replaced = !keepEmpty && current.type.name === 'paragraph' && current.content.size === 0;
    const to = at + current.nodeSize;
    if (replaced) tr.replaceWith(at, to, made);
    else tr.insert(to, made);
    return select(tr, replaced ? at : to);
  }
  return select(tr.insert(state.doc.content.size, made), state.doc.content.size);
}

/** Into what is written in, else the whole. */
function select(tr: Transaction, pos: number): Transaction {
  const node = tr.doc.nodeAt(pos);
  const selection =
    node && (node.isTextblock || !node.isAtom)
      ? Selection.near(tr.doc.resolve(pos + 1))
      : NodeSelection.create(tr.doc, pos);
  return tr.setSelection(selection).scrollIntoView();
}
